import type { CollectionName } from '../../../shared/sync/collections';
import { CompareResponse } from '../../../shared/sync/compare';
import type { Checkpoint } from '../../../shared/sync/pull';
import { routes } from '../../../shared/sync/routes';
import type { ComparisonView } from '../../data/care-api';
import type { Cache } from '../db/cache';
import type { Connection } from '../sync/connection';
import type { Replications } from '../sync/replications';
import { storedCheckpoint } from '../sync/stored-checkpoint';
import { localDigest } from './local-digest';

export interface Comparing {
  connection: Connection;
  replications: Replications;
  cache: Cache;
  timeoutMs: number; // the server counts a large collection for seconds
  signal: AbortSignal;
}

type Compared = NonNullable<ComparisonView['last']>['collections'][number];

const mostTries = 5;

/**
 * Compares one collection with the server's at the checkpoint this device has reached. The checkpoint is read first and
 * the documents then: had one been written after it, the server would answer `behind`, and all is done once more.
 * @returns `atServer: null` when the server kept changing. @throws ExchangeError, and when the cache is closed
 */
export async function compareCollection(comparing: Comparing, collection: CollectionName): Promise<Compared> {
  const { replications, cache, signal } = comparing;
  const table = cache.table(collection);
  let here: number | null = null;
  let historySince = (await ask(comparing, {})).historySince;
  for (let tries = 0; table && tries < mostTries && !signal.aborted; tries += 1) {
    await replications.caughtUp(collection, signal);
    const checkpoint = (await storedCheckpoint(cache, collection)) ?? {};
    const { count, hash } = await localDigest(table, collection, historySince);
    here = count;
    const answer = await ask(comparing, { [collection]: checkpoint });
    const compared = answer.collections[collection];
    if (answer.epoch !== cache.key.epoch) break;
    if (compared?.state === 'compared' && answer.historySince === historySince) {
      const same = compared.count === count && compared.hash === hash;
      return { collection, here, atServer: compared.count, same };
    }
    historySince = answer.historySince;
  }
  return { collection, here, atServer: null, same: false };
}

const ask = (
  { connection, timeoutMs, signal }: Comparing,
  checkpoints: Partial<Record<CollectionName, Checkpoint>>,
): Promise<CompareResponse> =>
  connection.exchange({
    path: routes.compare,
    body: { checkpoints },
    reply: CompareResponse,
    timeoutMs,
    signal,
  });
