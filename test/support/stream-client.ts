import { createParser } from 'eventsource-parser';
import { Poke } from '../../shared/sync/poke';
import { routes } from '../../shared/sync/routes';
import { headersOf } from './device-client';

export interface OpenedStream {
  pokes: Poke['collections'][];
  comments: string[];
  /** Settles when the server ended the stream. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Opens a device's stream and waits until the server hears for it. */
export async function openStream(serverUrl: string, token: string): Promise<OpenedStream> {
  const aborting = new AbortController();
  const reply = await fetch(serverUrl + routes.stream, {
    headers: headersOf(token),
    signal: aborting.signal,
  });
  if (!reply.ok || !reply.body) throw new Error(`stream: ${reply.status} ${await reply.text()}`);
  const [pokes, comments]: [Poke['collections'][], string[]] = [[], []];
  let onOpen = () => {};
  const opened = new Promise<void>((resolve) => {
    onOpen = resolve;
  });
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === 'poke') pokes.push(Poke.parse(JSON.parse(data)).collections);
    },
    onComment: (comment) => {
      comments.push(comment);
      onOpen();
    },
  });
  const reading = readInto(reply.body, parser.feed);
  await Promise.race([opened, reading]);
  return {
    pokes,
    comments,
    ended: reading,
    close: async () => {
      aborting.abort();
      await reading.catch(() => undefined);
    },
  };
}

async function readInto(body: ReadableStream<Uint8Array>, feed: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    feed(decoder.decode(value, { stream: true }));
  }
}
