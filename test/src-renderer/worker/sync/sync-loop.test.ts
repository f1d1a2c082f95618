import { expect, test, vi } from 'vitest';
import { DeviceClock } from '../../../../src-renderer/worker/clock';
import { StorageHealth } from '../../../../src-renderer/worker/db/storage-health';
import { Connection } from '../../../../src-renderer/worker/sync/connection';
import { usualPace } from '../../../../src-renderer/worker/sync/pace';
import { SyncLoop } from '../../../../src-renderer/worker/sync/sync-loop';
import { ScriptedServer } from '../../../support/scripted-server';
import { soon } from '../../../support/soon';

/** A device's loop at a pace that doubles after each failure, so that after many it would wait for hours. */
async function running(
  use: (server: ScriptedServer, connection: Connection) => Promise<void>,
): Promise<void> {
  const server = new ScriptedServer();
  const source = { wallMs: () => Date.parse(server.now), monotonicMs: () => 0, bootId: 'boot' };
  const connection = new Connection({
    fetch: server.fetch,
    baseUrl: 'http://server',
    clock: new DeviceClock(source, () => undefined),
    token: () => server.device.token,
    remember: () => undefined,
  });
  const hours = 3_600_000;
  const loop = new SyncLoop({
    connection,
    pace: {
      ...usualPace,
      unreachable: { firstMs: 1, mostMs: 1 },
      trouble: { firstMs: 1, mostMs: hours },
      withoutStreamMs: hours,
    },
    random: () => 0,
    monotonicMs: () => 0, // every stream is a short one
    greeting: async () => ({ epoch: null, checkpoints: {}, settled: [] }),
    onWelcome: async () => undefined,
    onPoke: () => undefined,
    onReconnect: () => undefined,
    onRevoked: async () => undefined,
    health: new StorageHealth(),
  });
  const stopping = new AbortController();
  const ended = loop.run(stopping.signal);
  try {
    await use(server, connection);
  } finally {
    stopping.abort();
    await ended;
  }
}

const asked = ({ requests }: ScriptedServer, request: string): number =>
  requests.filter((each) => each === request).length;

test('a server that goes down again right after an outage is soon told as gone', async () => {
  await running(async (server, connection) => {
    server.goDown();
    await vi.waitFor(() => expect(asked(server, 'POST /sync/welcome')).toBeGreaterThan(40), soon);
    server.down = false;
    await vi.waitFor(() => expect(asked(server, 'GET /sync/stream')).toBe(1), soon);
    expect(connection.state$.value.state).toBe('online');
    server.goDown();
    await vi.waitFor(() => expect(connection.state$.value.state).toBe('offline'), soon);
  });
});

test('a server whose streams end at once is asked for another one ever less often', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await running(async (server) => {
    for (let streams = 1; streams <= 8; streams += 1) {
      await vi.waitFor(() => expect(asked(server, 'GET /sync/stream')).toBe(streams), soon);
      server.goDown();
      server.down = false;
    }
  });
  const waits = timers.mock.calls.map(([, ms]) => ms).filter((ms) => ms !== usualPace.streamSilenceMs);
  expect(waits.slice(0, 7)).toEqual([1, 1, 2, 4, 8, 16, 32]); // at their shortest: half of what doubles
  timers.mockRestore();
});
