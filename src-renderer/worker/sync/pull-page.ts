import { z } from 'zod';
import type { CollectionName } from '../../../shared/sync/collections';
import { type Checkpoint, PullResponse } from '../../../shared/sync/pull';
import { routes } from '../../../shared/sync/routes';
import { type Backoff, delayMs, pause } from './backoff';
import type { Connection } from './connection';
import { ExchangeError } from './exchange-error';

/** The envelope is checked; 100,000 documents are not, one by one: the server's tests do that. */
const PullEnvelope = PullResponse.extend({
  documents: z.custom<{ id: string; _deleted: boolean }[]>(Array.isArray),
});
export type PullPage = z.infer<typeof PullEnvelope>;

export interface PullRequest {
  collection: CollectionName;
  checkpoint: Checkpoint | undefined;
  limit: number;
  signal: AbortSignal;
}

export interface PullSetting {
  connection: Connection;
  trouble: Backoff;
  timeoutMs: number;
  random: () => number;
}

/** One page, tried until it comes: null only when the signal is aborted. Errors of the network never leave this. */
export async function pullPage(setting: PullSetting, request: PullRequest): Promise<PullPage | null> {
  for (let tries = 1; !request.signal.aborted; tries += 1) {
    try {
      return await tryOnce(setting, request);
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      const waitMs = error.kind === 'unreachable' ? 0 : delayMs(setting.trouble, tries, setting.random());
      await pause(Math.max(waitMs, error.retryAfterMs ?? 0), request.signal);
      await setting.connection.whenReachable(request.signal);
    }
  }
  return null;
}

function tryOnce({ connection, timeoutMs }: PullSetting, request: PullRequest): Promise<PullPage> {
  const query = new URLSearchParams({ limit: String(request.limit) });
  if (request.checkpoint) query.set('checkpoint', JSON.stringify(request.checkpoint));
  return connection.exchange({
    path: `${routes.pull(request.collection)}?${query}`,
    reply: PullEnvelope,
    timeoutMs,
    signal: request.signal,
    pull: true,
  });
}
