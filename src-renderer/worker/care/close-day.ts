import { DayClosedPayload } from '../../../shared/model/cash-drawer';
import type { CloseDayOutcome } from '../../data/data-api';
import { closedDay, ownDay, stillOpen } from '../own/own-day';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { timeZoneFor } from '../reading/policies';
import { submissionViews } from '../views/submission-view';

/** Closes the day at this counter; what still waits, of whichever day, is named instead. */
export function closeDay(desk: RecordingDesk): Promise<CloseDayOutcome> {
  return desk.recorder.inTurn(async () => {
    if (!desk.session.staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const open = stillOpen(desk.ledger);
    if (open.length > 0) return { outcome: 'blocked', waiting: await submissionViews(desk, open) };
    const capture = desk.clock.capture();
    const timeZone = await timeZoneFor(desk.local, capture.capturedAt);
    const { day, submissions } = ownDay(desk.ledger, capture.capturedAt, timeZone);
    const done = submissions.filter((submission) => closedDay(submission) === null);
    const recorded = await recordFor(desk, {
      kind: 'cash-drawer',
      payload: DayClosedPayload.parse({ event: 'day-closed', day, submissions: done.length }),
      onBehalfOf: null,
      confirmed: [],
      capture,
    });
    return recorded.outcome === 'saved' ? { ...recorded, outcome: 'closed' } : recorded;
  });
}
