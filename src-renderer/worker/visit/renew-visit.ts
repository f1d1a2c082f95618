import { CustomerRenewRequest, CustomerRenewResponse } from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import { ExchangeError } from '../sync/exchange-error';
import { openSession } from './session-token';
import { asked, type VisitDesk } from './visit-desk';

type Desk = Pick<VisitDesk, 'visit' | 'clock' | 'connection' | 'deps'>;

/** Each touch asks for it: the server hears of it this often at most. */
const everyMs = 60_000;

/**
 * Lets the sign-ins of a visit last longer, as the customer is there. Where the server cannot be asked they last as long
 * as is known, and the next touch but for a minute tries again.
 */
export async function renewVisit(desk: Desk): Promise<void> {
  const { visit, clock } = desk;
  const tokens = openTokens(desk);
  if (tokens.size === 0 || clock.monotonicMs() - visit.renewedMs < everyMs) return;
  visit.renewedMs = clock.monotonicMs();
  const body = CustomerRenewRequest.parse({ tokens: [...tokens.values()] });
  const answer = await asked(desk, { path: routes.customerRenew, body, reply: CustomerRenewResponse });
  if (answer instanceof ExchangeError) return;
  for (const [accountId, token] of tokens) {
    if (openSession(desk, accountId)?.token !== token) continue; // somebody else stands there by now
    const renewed = answer.sessions.find((session) => session.accountId === accountId);
    visit.learn(accountId, { endsAt: renewed?.endsAt ?? clock.now() });
  }
}

/** By account. One that has ended is not renewed. */
function openTokens(desk: Desk): Map<string, string> {
  const accountIds = [...(desk.visit.open?.shown.keys() ?? [])];
  return new Map(
    accountIds.flatMap((accountId) => {
      const token = openSession(desk, accountId)?.token;
      return token === undefined ? [] : [[accountId, token]];
    }),
  );
}
