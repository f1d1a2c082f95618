import { merge, type Observable } from 'rxjs';
import type { SyncStatus } from '../../data/data-api';
import type { DeviceClock } from '../clock';
import type { StorageHealth } from '../db/storage-health';
import type { OwnLedger } from '../own/own-ledger';
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
}

/** What the status bar tells: facts, each from the part that knows it. */
export function watchStatus(sources: StatusSources): Observable<SyncStatus> {
  const { connection, replications, ledger, search, health } = sources;
  const triggers = merge(
    connection.state$,
    replications.firstSync$,
    ledger.changes$,
    search.ready$,
    health.state$,
    everyMinute(), // the time of the last exchange, and refusals that grow old
  );
  return live(triggers, async () => statusNow(sources));
}

function statusNow({ connection, replications, ledger, search, clock, health }: StatusSources): SyncStatus {
  const { complete, progress } = replications.firstSync$.value;
  const waiting = ledger.waiting();
  return {
    connection: connection.state$.value,
    lastExchangeAt: connection.lastExchangeAt,
    firstSync: progress,
    accountsReady: complete.has('policy') && complete.has('accounts'),
    searchIndex: search.ready$.value ? 'ready' : 'building',
    waiting: { submissions: waiting.length, oldestAt: waiting[0]?.capturedAt ?? null },
    held: heldOf(ledger).length,
    refused: refusedOf(ledger, clock.nowMs()).length,
    storage: health.state$.value,
  };
}
