import { countDrawer, type Drawer, drawerOf } from '../../../shared/billing/drawer';
import { DayClosedPayload, type DrawerCount } from '../../../shared/model/cash-drawer';
import { parseLei } from '../../../shared/text/parse-money';
import type { CloseDayOutcome } from '../../data/day-api';
import { closedDay, type OwnDay, ownDay, stillOpen } from '../own/own-day';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { timeZoneFor } from '../reading/policies';
import { submissionViews } from '../views/submission-view';
import { drawerEvents } from './drawer-events';

/**
 * Closes the day at this counter, with what is in the drawer from days that nobody closed; what still waits, of whichever
 * day, is named instead.
 * @param counted cash in the drawer, in lei, as typed; null: nothing was counted
 */
export function closeDay(desk: RecordingDesk, counted: string | null): Promise<CloseDayOutcome> {
  return desk.recorder.inTurn(async () => {
    if (!desk.session.staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const open = stillOpen(desk.ledger);
    if (open.length > 0) return { outcome: 'blocked', waiting: await submissionViews(desk, open) };
    const capture = desk.clock.capture();
    const timeZone = await timeZoneFor(desk.local, capture.capturedAt);
    const today = ownDay(desk.ledger, capture.capturedAt, timeZone);
    const drawer = countedDrawer(drawerOf(await drawerEvents(desk, today.drawer)), counted);
    if (drawer === 'not-counted') return { outcome: 'not-counted', findings: [{ code: 'amount-missing' }] };
    const payload = closingOf(today, drawer);
    const recorded = await recordFor(desk, {
      kind: 'cash-drawer',
      payload,
      onBehalfOf: null,
      confirmed: [],
      capture,
    });
    return recorded.outcome === 'saved' ? { ...recorded, outcome: 'closed' } : recorded;
  });
}

/** Whether there is cash to count before the day is closed. */
export const isToCount = ({ openedBy, movements }: Drawer): boolean =>
  openedBy !== null || movements.length > 0;

/** Null: there was nothing to count, and nothing was. */
function countedDrawer(drawer: Drawer, counted: string | null): DrawerCount | null | 'not-counted' {
  if (counted === null && !isToCount(drawer)) return null;
  const countedBani = parseLei(counted ?? '');
  return countedBani === null ? 'not-counted' : countDrawer(drawer, countedBani);
}

function closingOf({ day, submissions }: OwnDay, drawer: DrawerCount | null): DayClosedPayload {
  const done = submissions.filter((submission) => closedDay(submission) === null);
  return DayClosedPayload.parse({ event: 'day-closed', day, submissions: done.length, drawer });
}
