import type { RxReplicationState } from 'rxdb/plugins/replication';
import { firstValueFrom, fromEvent, type Observable, race } from 'rxjs';
import { filter, map } from 'rxjs/operators';
import type { Checkpoint } from '../../../shared/sync/pull';

/**
 * Returns when the page that ended at a checkpoint is written: RxDB stores a page's checkpoint after its documents, and
 * never that of a page whose write failed. Also returns when the signal is aborted.
 */
export async function checkpointWritten(
  replication: RxReplicationState<unknown, Checkpoint>,
  checkpoint: Checkpoint | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { internalReplicationState, metaInstance } = replication;
  if (!checkpoint || !internalReplicationState || !metaInstance || signal.aborted) return;
  const wanted = JSON.stringify(checkpoint);
  const stored = internalReplicationState.lastCheckpointDoc.down?.checkpointData;
  if (JSON.stringify(stored) === wanted) return;
  const written: Observable<unknown> = metaInstance
    .changeStream()
    .pipe(
      filter(({ events }) =>
        events.some(({ documentData }) => JSON.stringify(documentData.checkpointData) === wanted),
      ),
    );
  const aborted = fromEvent(signal, 'abort').pipe(map(() => undefined));
  await firstValueFrom(race(written, aborted), { defaultValue: undefined });
}
