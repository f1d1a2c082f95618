import { EMPTY, expand, merge, type Observable, of, switchMap, timer } from 'rxjs';
import type { Submission } from '../../../shared/model/submission';
import type { SubmissionView } from '../../data/submission-view';
import type { VisitView } from '../../data/visit-api';
import type { ReadingDesk } from '../reading/reading-desk';
import { signInNow } from '../visit/session-token';
import { everyMinute } from './every-minute';
import { live } from './live';
import { accountIdOf, submissionViews } from './submission-view';

const toldMs = 60 * 24 * 3_600_000;

/** Who stands at this kiosk, and what they should be told; null: nobody. */
export function watchVisit(desk: ReadingDesk): Observable<VisitView | null> {
  const { local, ledger, visit } = desk;
  const triggers = merge(
    visit.state$,
    ledger.changes$,
    local.cache$,
    local.changes$('accounts'),
    local.changes$('policy'),
    everyMinute(),
    signInChanges(desk),
  );
  return live(triggers, () => visitNow(desk));
}

/** A sign-in nears its end, and ends, by itself. */
const signInChanges = (desk: ReadingDesk): Observable<unknown> => {
  const change = (): Observable<unknown> => {
    const nextMs = signInNow(desk)?.nextMs ?? null;
    return nextMs === null ? EMPTY : timer(nextMs);
  };
  return desk.visit.state$.pipe(switchMap(() => of(null).pipe(expand(change))));
};

async function visitNow(desk: ReadingDesk): Promise<VisitView | null> {
  const { open } = desk.visit;
  if (!open) return null;
  const { accountId, shownBy, shown } = open;
  return {
    accountId,
    shownBy,
    signIn: signInNow(desk)?.state ?? null,
    accountIds: [...shown.keys()],
    profile: shown.get(accountId)?.profile ?? null,
    notices: await noticesFor(desk, accountId),
  };
}

/**
 * Newest first: what this device recorded for an account, of the last 60 days, that came to nothing, waits for a person,
 * or gave way to what was asked elsewhere since.
 */
async function noticesFor(desk: ReadingDesk, accountId: string): Promise<SubmissionView[]> {
  const since = new Date(desk.clock.nowMs() - toldMs).toISOString();
  const own = desk.ledger.all.filter((submission) => concerns(submission, accountId)).toReversed();
  const views = await submissionViews(
    desk,
    own.filter(({ capturedAt }) => capturedAt >= since),
  );
  return views.filter((view, place) => {
    const later = views.slice(0, place);
    return (isTold(view) && !isMendedBy(view, later)) || (isReplaced(view) && !isAskedAgain(view, later));
  });
}

const told: readonly Submission['kind'][] = ['registration', 'contact-change', 'reading'];

const concerns = (submission: Submission, accountId: string): boolean =>
  told.includes(submission.kind) && accountIdOf(submission) === accountId;

const toldStates: readonly SubmissionView['state'][] = ['refused', 'held', 'set-aside'];

/** What a supervisor has made count after all came to something. */
const isTold = ({ state, settled }: SubmissionView): boolean =>
  toldStates.includes(state) && settled?.action !== 'accept';

/** A form that was received and gave way: at a counter, say, a login was made anew. An index may rightly give way. */
const isReplaced = ({ state, kind }: SubmissionView): boolean => state === 'superseded' && kind !== 'reading';

/** Whoever asked again here knows of it, and is told what became of the newest. */
const isAskedAgain = ({ kind }: SubmissionView, later: readonly SubmissionView[]): boolean =>
  later.some((other) => other.kind === kind);

/** Whether the same was asked again later, and not refused so far: a meter's index of the same month, or the same form. */
const isMendedBy = (notice: SubmissionView, later: readonly SubmissionView[]): boolean =>
  later.some(
    ({ kind, state, meterSerial, period }) =>
      kind === notice.kind &&
      meterSerial === notice.meterSerial &&
      period === notice.period &&
      !toldStates.includes(state),
  );
