import { map, merge, type Observable, of } from 'rxjs';
import type { StartupNotice } from '../../data/device-api';
import type { DeviceParts } from '../device/device-parts';
import { withoutVerdict } from '../startup/export-waiting';

type Sources = Pick<DeviceParts, 'notices' | 'ledger' | 'replications' | 'enrolled' | 'local'>;

/** What the start found, and what waits here under another device's name for as long as it does. */
export function watchNotices(sources: Sources): Observable<StartupNotice[]> {
  const { notices, ledger, replications, local } = sources;
  return merge(of(null), notices.open$, ledger.changes$, replications.firstSync$, local.building$).pipe(
    map(() => noticesNow(sources)),
  );
}

export function dismissNotices(sources: Sources): Promise<void> {
  return sources.notices.dismiss(noticesNow(sources));
}

const noticesNow = (sources: Sources): StartupNotice[] => [
  ...sources.notices.open$.value,
  ...ofOtherDevices(sources).filter((notice) => !sources.notices.isRead(notice)),
];

/** Only when the verdicts are here: before, everything looks as if it waited. */
function ofOtherDevices({ ledger, replications, enrolled, local }: Sources): StartupNotice[] {
  const own = enrolled.record?.device.id;
  if (local.building$.value) return []; // the verdicts of a new epoch are still to come
  if (own === undefined || !replications.firstSync$.value.complete.has('verdicts')) return [];
  const counts = new Map<string, number>();
  for (const { deviceId } of withoutVerdict(ledger)) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1);
  counts.delete(own);
  return [...counts].map(([deviceId, submissions]) => ({ code: 'of-other-device', deviceId, submissions }));
}
