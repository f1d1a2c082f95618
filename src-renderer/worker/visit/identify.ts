import {
  type CustomerSession,
  CustomerSignInRequest,
  CustomerSignInResponse,
} from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import type { Codes, CustomerSignInOutcome, IdentifyOutcome } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import { ExchangeError } from '../sync/exchange-error';
import { checkCodes } from './check-codes';
import { plainCode, plainPassword } from './codes';
import { endVisit, signOut } from './end-visit';
import { type OpenVisit, type ShownAccount, tokensOf } from './visit';
import { asked, lockedBy, type VisitDesk } from './visit-desk';

/** Begins a visit by the two codes on the invoice; only at a kiosk are there visits. */
export async function identify(desk: VisitDesk, codes: Codes): Promise<IdentifyOutcome> {
  if (!isSelfService(desk)) return { outcome: 'not-possible' };
  const { endings } = desk.visit;
  const outcome = await checkCodes(desk, codes);
  if (outcome.outcome !== 'identified') return outcome;
  const { accountId } = outcome;
  const proof = { kind: 'codes' as const, internalCode: plainCode(codes.internalCode) };
  const shown = new Map([[accountId, { proof, endsAt: null, profile: null }]]);
  return begun(desk, endings, { accountId, shownBy: 'codes', shown }) ? outcome : { outcome: 'not-possible' };
}

/** Begins a visit by e-mail and password, which only the server can check. */
export async function signInCustomer(
  desk: VisitDesk,
  { email, password }: { email: string; password: string },
): Promise<CustomerSignInOutcome> {
  if (!isSelfService(desk)) return { outcome: 'offline' };
  const request = CustomerSignInRequest.safeParse({ email, password: plainPassword(password) });
  if (!request.success) return { outcome: 'wrong' };
  const { endings } = desk.visit;
  const path = routes.customerSignIn;
  const answer = await asked(desk, { path, body: request.data, reply: CustomerSignInResponse });
  if (answer instanceof ExchangeError) return refusalBy(answer);
  const accountIds = answer.sessions.map(({ profile }) => profile.accountId);
  const [accountId] = accountIds;
  if (accountId === undefined) return { outcome: 'wrong' };
  const shown = new Map(answer.sessions.map(shownBy));
  const isIn = begun(desk, endings, { accountId, shownBy: 'password', shown });
  return isIn ? { outcome: 'signed-in', accountIds } : { outcome: 'offline' };
}

/** @returns false when whoever asked has left meanwhile: then the server ends what it gave them */
function begun(desk: VisitDesk, endings: number, visit: OpenVisit): boolean {
  if (desk.visit.endings !== endings) {
    signOut(desk, tokensOf(visit));
    return false;
  }
  endVisit(desk); // of whoever stood there before
  desk.visit.begin(visit);
  return true;
}

const shownBy = ({ token, endsAt, profile }: CustomerSession): [string, ShownAccount] => [
  profile.accountId,
  { proof: { kind: 'session', token }, endsAt, profile },
];

function refusalBy(error: ExchangeError): CustomerSignInOutcome {
  const { code } = error;
  if (code === 'wrong-credentials' || code === 'bad-request') return { outcome: 'wrong' };
  if (code === 'email-not-confirmed') return { outcome: code };
  return lockedBy(error) ?? { outcome: 'offline' };
}
