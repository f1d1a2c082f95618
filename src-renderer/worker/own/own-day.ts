import { DayClosedPayload, DrawerOpenedPayload } from '../../../shared/model/cash-drawer';
import type { Submission } from '../../../shared/model/submission';
import { localDay } from '../../../shared/time/local-day';
import { isSetAsideOpen } from '../views/attention';
import type { OwnLedger } from './own-ledger';

/** What was recorded on this device on one calendar day. */
export interface OwnDay {
  day: string;
  submissions: Submission[]; // by deviceSeq, the closings among them
  closing: Submission | null; // the latest
}

export function ownDay(ledger: OwnLedger, now: string, timeZone: string): OwnDay {
  const day = localDay(now, timeZone);
  const submissions = ledger.all.filter(({ capturedAt }) => localDay(capturedAt, timeZone) === day);
  const closing = ledger.all.findLast((submission) => closedDay(submission) === day) ?? null;
  return { day, submissions, closing };
}

/** The day a submission closes, or null. */
export function closedDay({ kind, payload }: Submission): string | null {
  if (kind !== 'cash-drawer' || payload.event !== 'day-closed') return null;
  return DayClosedPayload.safeParse(payload).data?.day ?? null;
}

/** What a submission opens the day's cash drawer with, or null when it does not. */
export function openingOf({ kind, payload }: Submission): number | null {
  if (kind !== 'cash-drawer' || payload.event !== 'drawer-opened') return null;
  return DrawerOpenedPayload.safeParse(payload).data?.openingBani ?? null;
}

/** What stands between this counter and closing its day, of any day: without an answer, or set aside and not dealt with. */
export const stillOpen = (ledger: OwnLedger): Submission[] => [
  ...ledger.waiting(),
  ...ledger.all.filter(({ id }) => isSetAsideOpen(ledger, id)),
];
