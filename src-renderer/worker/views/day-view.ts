import { merge, type Observable } from 'rxjs';
import type { DayView } from '../../data/data-api';
import { closedDay, ownDay } from '../own/own-day';
import { timeZoneFor } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import { everyMinute } from './every-minute';
import { live } from './live';
import { submissionViews } from './submission-view';

/** Today at this counter. The day is the policy's, whatever the machine's own time zone. */
export function watchDay(desk: ReadingDesk): Observable<DayView> {
  const { local, ledger } = desk;
  const triggers = merge(
    local.cache$,
    ledger.changes$,
    local.changes$('accounts'),
    local.changes$('policy'),
    everyMinute(),
  );
  return live(triggers, () => dayNow(desk));
}

async function dayNow(desk: ReadingDesk): Promise<DayView> {
  const { local, ledger, clock } = desk;
  const now = clock.now();
  const { day, submissions, closing } = ownDay(ledger, now, await timeZoneFor(local, now));
  const done = submissions.filter((submission) => closedDay(submission) === null);
  const waiting = ledger.waiting();
  const { actor, capturedAt, deviceSeq } = closing ?? {};
  return {
    day,
    submissions: await submissionViews(desk, submissions.toReversed()),
    waiting: waiting.length,
    oldestWaitingAt: waiting[0]?.capturedAt ?? null,
    closed:
      capturedAt === undefined
        ? null
        : { at: capturedAt, by: actor?.kind === 'staff' ? actor.displayName : null, drawer: null },
    drawer: null,
    handledMoney: false,
    sinceClosed: done.filter((submission) => submission.deviceSeq > (deviceSeq ?? Infinity)).length,
  };
}
