import { createParser } from 'eventsource-parser';
import type { CollectionName } from '../../../shared/sync/collections';
import { Poke } from '../../../shared/sync/poke';
import { routes } from '../../../shared/sync/routes';
import type { Connection } from './connection';

export interface StreamListener {
  opened(): void;
  poked(collections: readonly CollectionName[]): void;
}

/**
 * Listens to the server's pokes until the stream ends, falls silent for `silenceMs`, or the signal is aborted. Anything
 * heard, a heartbeat too, is an authenticated exchange that succeeded.
 * @throws ExchangeError when the stream cannot be opened
 */
export async function listen(
  connection: Connection,
  listener: StreamListener,
  { signal, silenceMs }: { signal: AbortSignal; silenceMs: number },
): Promise<void> {
  const silence = new AbortController();
  const response = await connection.open({
    path: routes.stream,
    signal: AbortSignal.any([signal, silence.signal]),
  });
  if (!response.body) return;
  connection.succeeded();
  listener.opened();
  const parser = createParser({ onEvent: ({ data }) => hear(data, listener) });
  const decoder = new TextDecoder();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  try {
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
      connection.succeeded();
      parser.feed(decoder.decode(read.value, { stream: true }));
    }
  } catch {
    // Cut: the caller greets the server again, which tells what is the matter.
  } finally {
    clearTimeout(timer);
  }
}

function hear(data: string, listener: StreamListener): void {
  const poke = Poke.safeParse(parsed(data));
  if (poke.success) listener.poked(poke.data.collections);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null; // a heartbeat with text of its own
  }
}
