import {
  type CustomerSession,
  CustomerSignInRequest,
  CustomerSignInResponse,
} from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import type { CustomerSignInOutcome, SignInAgainOutcome } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import { ExchangeError } from '../sync/exchange-error';
import { begun } from './begun';
import { plainPassword } from './codes';
import { signOut } from './end-visit';
import { type ShownAccount, tokensOf } from './visit';
import { asked, lockedBy, type VisitDesk } from './visit-desk';

interface Credentials {
  email: string;
  password: string;
}

/** Begins a visit by e-mail and password, which only the server can check. */
export async function signInCustomer(
  desk: VisitDesk,
  credentials: Credentials,
): Promise<CustomerSignInOutcome> {
  if (!isSelfService(desk)) return { outcome: 'offline' };
  const { endings } = desk.visit;
  const shown = await accountsOf(desk, credentials);
  if ('outcome' in shown) return shown;
  const accountIds = [...shown.keys()];
  const [accountId] = accountIds;
  if (accountId === undefined) return { outcome: 'wrong' };
  const isIn = begun(desk, endings, { accountId, shownBy: 'password', shown });
  return isIn ? { outcome: 'signed-in', accountIds } : { outcome: 'offline' };
}

/**
 * The visit goes on with the account that is open: it is never shown as ended, so that nothing typed is wiped. By the
 * address they signed in with; nobody else comes in by this.
 */
export async function signInAgain(desk: VisitDesk, password: string): Promise<SignInAgainOutcome> {
  const { open, endings } = desk.visit;
  const email = open && desk.visit.shown(open.accountId)?.profile?.loginEmail;
  if (!open || !email) return { outcome: 'wrong' };
  const { accountId } = open;
  const shown = await accountsOf(desk, { email, password });
  if ('outcome' in shown) return shown;
  const fresh = { accountId, shownBy: 'password' as const, shown };
  const left = desk.visit.endings !== endings; // meanwhile
  if (left || !shown.has(accountId)) {
    signOut(desk, tokensOf(fresh));
    return { outcome: left ? 'wrong' : 'gone' };
  }
  signOut(desk, tokensOf(open));
  desk.visit.begin(fresh);
  return { outcome: 'signed-in', accountIds: [...shown.keys()] };
}

/** What the server opens to an address and a password, or why it does not. */
async function accountsOf(
  desk: VisitDesk,
  { email, password }: Credentials,
): Promise<ReadonlyMap<string, ShownAccount> | Refusal> {
  const request = CustomerSignInRequest.safeParse({ email, password: plainPassword(password) });
  if (!request.success) return { outcome: 'wrong' };
  const path = routes.customerSignIn;
  const answer = await asked(desk, { path, body: request.data, reply: CustomerSignInResponse });
  return answer instanceof ExchangeError ? refusalBy(answer) : new Map(answer.sessions.map(shownBy));
}

const shownBy = ({ token, endsAt, profile }: CustomerSession): [string, ShownAccount] => [
  profile.accountId,
  { proof: { kind: 'session', token }, endsAt, profile },
];

type Refusal = Exclude<CustomerSignInOutcome, { outcome: 'signed-in' }>;

function refusalBy(error: ExchangeError): Refusal {
  const { code } = error;
  if (code === 'wrong-credentials' || code === 'bad-request') return { outcome: 'wrong' };
  if (code === 'email-not-confirmed') return { outcome: code };
  return lockedBy(error) ?? { outcome: 'offline' };
}
