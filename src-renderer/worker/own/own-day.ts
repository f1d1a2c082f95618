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
  /** Since another day was closed: what is in the drawer and not yet counted, whichever day it came in. */
  drawer: Submission[];
}

export function ownDay(ledger: OwnLedger, now: string, timeZone: string): OwnDay {
  const day = localDay(now, timeZone);
  const submissions = ledger.all.filter(({ capturedAt }) => localDay(capturedAt, timeZone) === day);
  const closing = ledger.all.findLast((submission) => closedDay(submission) === day) ?? null;
  const counted = ledger.all.findLast((submission) => ![null, day].includes(closedDay(submission)));
  const drawer = ledger.all.filter(({ deviceSeq }) => deviceSeq > (counted?.deviceSeq ?? 0));
  return { day, submissions, closing, drawer };
}

/** What is in a day's drawer from the days before, which nobody closed. */
export function carriedOver({ submissions, drawer }: OwnDay): Submission[] {
  const ofDay = new Set(submissions.map(({ id }) => id));
  return drawer.filter((submission) => !ofDay.has(submission.id) && handlesMoney(submission));
}

const handlesMoney = (submission: Submission): boolean =>
  submission.kind === 'payment' || submission.kind === 'payment-reversal' || openingOf(submission) !== null;

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
