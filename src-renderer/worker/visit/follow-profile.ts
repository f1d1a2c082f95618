import { distinctUntilChanged, EMPTY, map, type Subscription, skip, startWith, switchMap } from 'rxjs';
import { ProfileResponse } from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import type { OwnLedger } from '../own/own-ledger';
import { ExchangeError } from '../sync/exchange-error';
import { accountIdOf } from '../views/submission-view';
import { openSession, sessionIsOver } from './session-token';
import { asked, type VisitDesk } from './visit-desk';

type Desk = Pick<VisitDesk, 'ledger' | 'visit' | 'clock' | 'connection' | 'deps'>;

/**
 * Asks for the open account's personal data anew when a change of them made here was accepted. Where the server cannot
 * be asked the old data stay, beside the state of the change.
 */
export function followProfile(desk: Desk): Subscription {
  const { visit, ledger } = desk;
  const signedIn$ = visit.state$.pipe(
    map((open) => (open?.shownBy === 'password' ? open.accountId : null)),
    distinctUntilChanged(),
  );
  return signedIn$
    .pipe(switchMap((accountId) => (accountId === null ? EMPTY : newlyAccepted(ledger, accountId))))
    .subscribe((accountId) => {
      refresh(desk, accountId).catch((error: unknown) => console.error('a profile was not refreshed', error));
    });
}

const newlyAccepted = (ledger: OwnLedger, accountId: string) =>
  ledger.changes$.pipe(
    startWith(undefined),
    map(() => acceptedChanges(ledger, accountId)),
    distinctUntilChanged(),
    skip(1), // what was accepted before the sign-in is in its answer
    map(() => accountId),
  );

const acceptedChanges = (ledger: OwnLedger, accountId: string): number =>
  ledger.all.filter(
    (submission) =>
      submission.kind === 'contact-change' &&
      accountIdOf(submission) === accountId &&
      ledger.verdicts.get(submission.id)?.outcome === 'accepted',
  ).length;

async function refresh(desk: Desk, accountId: string): Promise<void> {
  const token = openSession(desk, accountId)?.token;
  if (token === undefined) return;
  const answer = await asked(desk, { path: routes.customerProfile, body: { token }, reply: ProfileResponse });
  if (openSession(desk, accountId)?.token !== token) return; // somebody else stands there by now
  if (!(answer instanceof ExchangeError))
    desk.visit.learn(accountId, { profile: answer.profile, endsAt: answer.endsAt });
  else if (answer.code === 'visit-over') sessionIsOver(desk, accountId);
}
