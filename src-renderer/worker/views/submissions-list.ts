import { merge, type Observable } from 'rxjs';
import type { QueryArgs } from '../../data/queries';
import type { SubmissionView } from '../../data/submission-view';
import { timeZoneFor } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import { isServed } from '../visit/author';
import { listed } from './attention';
import { everyMinute } from './every-minute';
import { live } from './live';
import { accountIdOf, submissionViews } from './submission-view';

/** This device's own submissions in one of the lists, newest first; at a kiosk those of who stands there, and nobody else's. */
export function watchSubmissions(
  desk: ReadingDesk,
  show: QueryArgs<'submissions'>['show'],
): Observable<SubmissionView[]> {
  const { local, ledger, clock, visit } = desk;
  const triggers = merge(
    visit.state$,
    local.cache$,
    ledger.changes$,
    local.changes$('accounts'),
    everyMinute(),
  );
  return live(triggers, async () => {
    const timeZone = await timeZoneFor(local, clock.now());
    const all = listed(ledger, show, { nowMs: clock.nowMs(), timeZone });
    return submissionViews(
      desk,
      all.filter((submission) => isServed(desk, accountIdOf(submission) ?? '')),
    );
  });
}
