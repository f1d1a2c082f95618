import { CustomerSignOutRequest, Done } from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import { ExchangeError } from '../sync/exchange-error';
import { asked, type VisitDesk } from './visit-desk';

type Desk = Pick<VisitDesk, 'visit' | 'connection' | 'deps'>;

/** The visit is over here at once; the server is told when it can be. */
export function endVisit(desk: Desk): void {
  signOut(desk, desk.visit.end());
}

/** Ends tokens in the background. Where that fails they end by themselves, minutes later. */
export function signOut(desk: Desk, tokens: readonly string[]): void {
  if (tokens.length === 0) return;
  const body = CustomerSignOutRequest.parse({ tokens });
  asked(desk, { path: routes.customerSignOut, body, reply: Done })
    .then((answer) => {
      if (answer instanceof ExchangeError) console.warn('the server could not be told that a visit is over');
    })
    .catch((error: unknown) => console.error('a visit could not be ended at the server', error));
}
