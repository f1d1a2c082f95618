import { isOpen } from '../../../shared/billing/drawer';
import { DrawerOpenedPayload } from '../../../shared/model/cash-drawer';
import { parseLei } from '../../../shared/text/parse-money';
import type { DrawerOutcome } from '../../data/day-api';
import { ownDay } from '../own/own-day';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { timeZoneFor } from '../reading/policies';
import { drawerEvents } from './drawer-events';

/**
 * Opens the cash drawer: once, and once more after each closing.
 * @param amount in lei, as typed: what was in it before any of the day's payments
 */
export function openDrawer(desk: RecordingDesk, amount: string): Promise<DrawerOutcome> {
  return desk.recorder.inTurn(async () => {
    if (!desk.session.staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const openingBani = parseLei(amount);
    if (openingBani === null) return { outcome: 'blocked', findings: [{ code: 'amount-missing' }] };
    const capture = desk.clock.capture();
    const timeZone = await timeZoneFor(desk.local, capture.capturedAt);
    const { day, drawer } = ownDay(desk.ledger, capture.capturedAt, timeZone);
    if (isOpen(await drawerEvents(desk, drawer))) return { outcome: 'not-saved', reason: 'already-open' };
    return recordFor(desk, {
      kind: 'cash-drawer',
      payload: DrawerOpenedPayload.parse({ event: 'drawer-opened', day, openingBani }),
      onBehalfOf: null,
      confirmed: [],
      capture,
    });
  });
}
