import type { CDPSession, Page } from '@playwright/test';

/*
 * What the memory of a page and of its workers holds, as text. Taking a snapshot collects garbage first, so what is found
 * is really held by something.
 */
interface Heap {
  /** `page`, or the address of a worker's script. */
  of: string;
  snapshot: string;
}

/** Heap snapshots of the page and of each of its dedicated workers. */
export async function heapsOf(page: Page): Promise<Heap[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const workers = await workersOf(session);
    const heaps: Heap[] = [{ of: 'page', snapshot: await snapshotBy(directly(session)) }];
    for (const { url, sessionId } of workers) {
      heaps.push({ of: url, snapshot: await snapshotBy(through(session, sessionId)) });
    }
    return heaps;
  } finally {
    await session.detach();
  }
}

/** One target of the debugging protocol: its commands and its events. */
interface Target {
  send(method: string, params?: object): Promise<unknown>;
  onChunk(listener: (chunk: string) => void): void;
}

async function snapshotBy(target: Target): Promise<string> {
  const chunks: string[] = [];
  target.onChunk((chunk) => chunks.push(chunk));
  await target.send('HeapProfiler.enable');
  await target.send('HeapProfiler.collectGarbage');
  await target.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: false });
  return chunks.join('');
}

const directly = (session: CDPSession): Target => ({
  send: (method, params) => session.send(method as 'HeapProfiler.enable', params as undefined),
  onChunk: (listener) => session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => listener(chunk)),
});

interface Answer {
  id?: number;
  method?: string;
  params?: { chunk?: string };
  error?: { message: string };
}

/** A worker's own session, whose messages the page's session carries. */
function through(session: CDPSession, sessionId: string): Target {
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let hear: (chunk: string) => void = () => undefined;
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer;
    if (answer.method === 'HeapProfiler.addHeapSnapshotChunk') hear(answer.params?.chunk ?? '');
    const asked = waiting.get(answer.id ?? 0);
    if (answer.error) asked?.reject(new Error(answer.error.message));
    else asked?.resolve();
  });
  return {
    onChunk: (listener) => {
      hear = listener;
    },
    send: async (method, params = {}) => {
      last += 1;
      const id = last;
      const answered = new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
      const message = JSON.stringify({ id, method, params });
      await session.send('Target.sendMessageToTarget', { sessionId, message });
      await answered;
    },
  };
}

/** Attaches to each dedicated worker that the page has now. */
async function workersOf(session: CDPSession): Promise<{ url: string; sessionId: string }[]> {
  const found: { url: string; sessionId: string }[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') found.push({ url: targetInfo.url, sessionId });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return found;
}
