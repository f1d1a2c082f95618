import type { CollectionName } from '../../../shared/sync/collections';
import type { Greeting } from '../../../shared/sync/device';
import type { Checkpoint } from '../../../shared/sync/pull';
import type { Cache } from '../db/cache';
import { storedCheckpoint } from '../sync/stored-checkpoint';
import type { DeviceParts } from './device-parts';

const mostSettled = 200;

/** What this device knows of the server's present epoch. @throws when its cache cannot be read */
export async function greetingOf({
  local,
  ledger,
}: Pick<DeviceParts, 'local' | 'ledger'>): Promise<Greeting> {
  const cache = local.countedCache;
  if (!cache) return { epoch: null, checkpoints: {}, settled: [] };
  const checkpoints = await checkpointsOf(cache);
  const settled = ledger.all.filter(({ id }) => ledger.verdicts.has(id)).slice(-mostSettled);
  return { epoch: cache.key.epoch, checkpoints, settled: settled.map(({ id }) => id) };
}

async function checkpointsOf(cache: Cache): Promise<Greeting['checkpoints']> {
  const all = await Promise.all(
    cache.held.map(async (name): Promise<[CollectionName, Checkpoint][]> => {
      const checkpoint = await storedCheckpoint(cache, name);
      return checkpoint ? [[name, checkpoint]] : [];
    }),
  );
  return Object.fromEntries(all.flat());
}
