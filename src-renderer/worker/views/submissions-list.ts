import { merge, type Observable } from 'rxjs';
import type { QueryArgs, SubmissionView } from '../../data/data-api';
import { timeZoneFor } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import { listed } from './attention';
import { everyMinute } from './every-minute';
import { live } from './live';
import { submissionViews } from './submission-view';

/** This device's own submissions in one of the lists, newest first. */
export function watchSubmissions(
  desk: ReadingDesk,
  show: QueryArgs<'submissions'>['show'],
): Observable<SubmissionView[]> {
  const { local, ledger, clock } = desk;
  const triggers = merge(local.cache$, ledger.changes$, local.changes$('accounts'), everyMinute());
  return live(triggers, async () => {
    const timeZone = await timeZoneFor(local, clock.now());
    return submissionViews(desk, listed(ledger, show, { nowMs: clock.nowMs(), timeZone }));
  });
}
