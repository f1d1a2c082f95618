import { merge, type Observable } from 'rxjs';
import { isClockSure } from '../../../shared/metering/reading-rules';
import type { SyncStatus } from '../../data/sync-status';
import type { DeviceClock } from '../clock';
import type { LocalData } from '../db/local-data';
import type { StorageHealth } from '../db/storage-health';
import { type Enrolled, isSelfService } from '../device/surface';
import type { OwnLedger } from '../own/own-ledger';
import { policyFor } from '../reading/policies';
import type { SearchIndex } from '../search/search-index';
import type { Connection } from '../sync/connection';
import type { Replications } from '../sync/replications';
import { heldOf, refusedOf } from './attention';
import { everyMinute } from './every-minute';
import { live } from './live';

export interface StatusSources {
  connection: Connection;
  replications: Replications;
  ledger: OwnLedger;
  search: SearchIndex;
  clock: DeviceClock;
  health: StorageHealth;
  local: LocalData;
  enrolled: Enrolled;
}

/** What the status bar tells: facts, each from the part that knows it. */
export function watchStatus(sources: StatusSources): Observable<SyncStatus> {
  const { connection, replications, ledger, search, health, local } = sources;
  const triggers = merge(
    connection.state$,
    replications.firstSync$,
    ledger.changes$,
    search.ready$,
    health.state$,
    local.rebuilding$,
    everyMinute(), // the time of the last exchange, and refusals that grow old
  );
  return live(triggers, () => statusNow(sources));
}

async function statusNow(sources: StatusSources): Promise<SyncStatus> {
  const { connection, replications, ledger, search, clock, health, local } = sources;
  const isIndexed = search.ready$.value || isSelfService(sources); // a kiosk has none to wait for
  const { complete, progress } = replications.firstSync$.value;
  const waiting = ledger.waiting();
  return {
    connection: connection.state$.value,
    lastExchangeAt: connection.lastExchangeAt,
    firstSync: progress,
    accountsReady: complete.has('policy') && complete.has('accounts'),
    searchIndex: isIndexed ? 'ready' : 'building',
    waiting: { submissions: waiting.length, oldestAt: waiting[0]?.capturedAt ?? null },
    held: heldOf(ledger).length,
    refused: refusedOf(ledger, clock.nowMs()).length,
    storage: health.state$.value,
    clock: await clockNow(sources),
    rebuilding: local.rebuilding$.value,
  };
}

/** Before the first contact nobody has said that the clock is wrong: a device without a policy takes no index either. */
async function clockNow({ clock, local }: StatusSources): Promise<SyncStatus['clock']> {
  const policy = await policyFor(local, clock.now());
  return { offMs: clock.offMs(), unsure: policy !== null && !isClockSure(clock.peek().clock, policy) };
}
