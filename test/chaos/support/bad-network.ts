import { setTimeout as pause } from 'node:timers/promises';
import { HttpProxy, type Passing, sendReply } from './http-proxy';
import type { Random } from './random';

/** What can become of a request; most of it to a device that is not told. */
const fates = [
  'cut before',
  'cut after',
  'delayed',
  'answered late',
  'doubled',
  'doubled later',
  'torn request',
  'torn reply',
  "a proxy's page",
  'a portal’s page',
] as const;
type Fate = (typeof fates)[number] | 'passed';

export interface BadNetwork {
  url: string;
  /** How often each fate was met. */
  met: ReadonlyMap<Fate, number>;
  end(): Promise<void>;
}

/** A network before a server that cuts, delays, doubles, truncates and reorders at random. */
export async function badNetwork(port: () => number, random: Random, share: number): Promise<BadNetwork> {
  const met = new Map<Fate, number>();
  const exchange = async (passing: Passing): Promise<void> => {
    const fate: Fate = random.happens(share) ? random.pick(fates) : 'passed';
    met.set(fate, (met.get(fate) ?? 0) + 1);
    await befall(proxy, passing, { fate, random });
  };
  const streamLifeMs = (): number | null => (random.happens(0.7) ? random.whole(20, 4_000) : null);
  const proxy = await HttpProxy.begin(port, { exchange, streamLifeMs });
  return { url: proxy.url, met, end: () => proxy.end() };
}

const longestDelayMs = 1_500;

async function befall(
  proxy: HttpProxy,
  passing: Passing,
  { fate, random }: { fate: Fate; random: Random },
): Promise<void> {
  const answer = async (): Promise<void> => sendReply(passing, await proxy.forward(passing));
  const again = (): void => void proxy.forward(passing).catch(() => undefined);
  switch (fate) {
    case 'passed':
      return answer();
    case 'cut before':
      return passing.cut();
    case 'cut after':
      await proxy.forward(passing);
      return passing.cut();
    case 'delayed':
      await pause(random.whole(1, longestDelayMs));
      return answer();
    case 'answered late': {
      const reply = await proxy.forward(passing);
      await pause(random.whole(1, longestDelayMs));
      return sendReply(passing, reply);
    }
    case 'doubled':
      again();
      return answer();
    case 'doubled later':
      setTimeout(again, random.whole(10, 3_000)).unref();
      return answer();
    case 'torn request':
      await proxy.forwardTorn(passing, random.whole(0, Math.max(0, passing.body.length - 1)));
      return passing.cut();
    case 'torn reply':
      return tornReply(proxy, passing, random);
    case "a proxy's page":
      return foreignPage(passing, 502);
    case 'a portal’s page':
      return foreignPage(passing, 200);
  }
}

/** The head promises the whole of it, and a part comes. */
async function tornReply(proxy: HttpProxy, passing: Passing, random: Random): Promise<void> {
  const { status, headers, body } = await proxy.forward(passing);
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  passing.response.writeHead(status, { ...kept, 'content-length': String(body.length) });
  const part = body.subarray(0, random.whole(0, Math.max(0, body.length - 1)));
  passing.response.write(part, () => passing.cut());
}

function foreignPage({ response }: Passing, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end('<html><body>Bine ați venit în rețeaua hotelului</body></html>');
}
