import type { Policy, TransmissionWindow } from '../model/policy';
import { localDay } from '../time/local-day';
import { addMonths, lastDayOf, periodOfDay } from './period';

/** The policy in force at a moment: the latest that began by then; before the first, the first. Null without any. */
export function policyAt(policies: readonly Policy[], instant: string): Policy | null {
  const byStart = policies.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return byStart.findLast((policy) => policy.effectiveFrom <= instant) ?? byStart[0] ?? null;
}

function monthlyWindow(policy: Policy, period: string): TransmissionWindow | null {
  if (!policy.monthlyWindow) return null;
  const { fromDay, toDay } = policy.monthlyWindow;
  const last = lastDayOf(period);
  const to = `${period}-${String(toDay).padStart(2, '0')}`;
  return {
    period,
    from: `${period}-${String(fromDay).padStart(2, '0')}`,
    to: to < last ? to : last,
    groups: null,
  };
}

const isFor = (window: TransmissionWindow, group: string): boolean =>
  window.groups === null || window.groups.includes(group);

/** The window a moment lies in for an account's group; of several the one that closes first. */
export function windowAt(policy: Policy, group: string, instant: string): TransmissionWindow | null {
  const day = localDay(instant, policy.timeZone);
  const monthly = monthlyWindow(policy, periodOfDay(day));
  const open = [...policy.extraWindows, ...(monthly ? [monthly] : [])]
    .filter((window) => isFor(window, group) && window.from <= day && day <= window.to)
    .toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return open[0] ?? null;
}

/** The next window that opens after a moment for an account's group, or null when none is planned. */
export function nextWindow(policy: Policy, group: string, instant: string): TransmissionWindow | null {
  const day = localDay(instant, policy.timeZone);
  const period = periodOfDay(day);
  const coming = [period, addMonths(period, 1)].map((month) => monthlyWindow(policy, month));
  const later = [...policy.extraWindows, ...coming.filter((window) => window !== null)]
    .filter((window) => isFor(window, group) && window.from > day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return later[0] ?? null;
}
