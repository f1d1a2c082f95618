import { routes } from '../../shared/sync/routes';
import { clientCodeOf, customerPassword } from './customer';
import { headersOf } from './device-client';
import type { Utility } from './utility';
import type { WorldAccount, WorldDevice } from './world';

/** What a kiosk asks about the person in front of it. */
export function visitClient({ app }: Pick<Utility, 'app'>, { token }: WorldDevice) {
  const headers = headersOf(token);
  async function post(url: string, payload: object) {
    const reply = await app.inject({ method: 'POST', url, payload, headers });
    return { status: reply.statusCode, body: reply.json(), headers: reply.headers };
  }
  return {
    identify: (account: WorldAccount, internalCode = account.internalCode) =>
      post(routes.identify, { clientCode: clientCodeOf(account), internalCode }),
    identifyAs: (clientCode: string, internalCode: string) =>
      post(routes.identify, { clientCode, internalCode }),
    signIn: (email: string, password = customerPassword) => post(routes.customerSignIn, { email, password }),
    profile: (ofToken: string) => post(routes.customerProfile, { token: ofToken }),
    renew: (...tokens: string[]) => post(routes.customerRenew, { tokens }),
    changePassword: (ofToken: string, oldPassword: string, newPassword: string) =>
      post(routes.customerPassword, { token: ofToken, oldPassword, newPassword }),
    signOut: (...tokens: string[]) => post(routes.customerSignOut, { tokens }),
    receipt: async (number: string) =>
      (await app.inject({ method: 'GET', url: routes.receipt(number), headers })).json(),
  };
}
