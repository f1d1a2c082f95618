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
 * @throws ExchangeError when the stream cannot be opened, within that time either
 */
export async function listen(
  connection: Connection,
  listener: StreamListener,
  { signal, silenceMs }: { signal: AbortSignal; silenceMs: number },
): Promise<void> {
  const parser = createParser({ onEvent: ({ data }) => hear(data, listener) });
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitOn = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  try {
    waitOn(); // a proxy may hold back a stream from its first byte on
    const response = await connection.open({ path: routes.stream, signal: either });
    if (!response.body) return;
    waitOn();
    connection.succeeded();
    listener.opened();
    await hearAll(response.body.getReader(), (text) => {
      waitOn();
      connection.succeeded();
      parser.feed(text);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Returns at the end, and when it is cut: the caller greets the server again, which tells what is the matter. */
async function hearAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  each: (text: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      each(decoder.decode(read.value, { stream: true }));
  } catch {
    // cut
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
