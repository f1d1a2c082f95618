import { map, merge, type Observable, of } from 'rxjs';
import type { StartupNotice } from '../../data/device-api';
import type { DeviceParts } from '../device/device-parts';
import type { OwnLedger } from '../own/own-ledger';
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

function noticesNow(sources: Sources): StartupNotice[] {
  const { notices, ledger } = sources;
  const found = notices.open$.value;
  if (!areVerdictsHere(sources)) return found;
  return [
    ...found.map((notice) => withWaiting(notice, ledger)),
    ...ofOtherDevices(sources).filter((notice) => !notices.isRead(notice)),
  ];
}

/** Before that, everything looks as if it waited. */
const areVerdictsHere = ({ replications, local }: Sources): boolean =>
  !local.building$.value && // the verdicts of a new epoch are still to come
  replications.firstSync$.value.complete.has('verdicts');

function withWaiting(notice: StartupNotice, ledger: OwnLedger): StartupNotice {
  if (notice.code !== 'data-vanished' && notice.code !== 'data-damaged') return notice;
  const found = ledger.all.filter(({ deviceSeq }) => deviceSeq <= notice.lastSeq); // less what was let go of, settled
  return { ...notice, waiting: found.filter(({ id }) => !ledger.verdicts.has(id)).length };
}

function ofOtherDevices({ ledger, enrolled }: Sources): StartupNotice[] {
  const own = enrolled.record?.device.id;
  if (own === undefined) return [];
  const counts = new Map<string, number>();
  for (const { deviceId } of withoutVerdict(ledger)) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1);
  counts.delete(own);
  return [...counts].map(([deviceId, submissions]) => ({ code: 'of-other-device', deviceId, submissions }));
}
