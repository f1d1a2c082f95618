import type { FastifyInstance } from 'fastify';
import { type AppOptions, buildApp } from '../../src-server/app';
import { type TestClock, testClock } from './clock';
import { deviceClient } from './device-client';
import type { PostgresTarget } from './global-postgres';
import { type TestDatabase, testDatabase } from './postgres';
import { enterWorld, makeWorld, type World, type WorldDevice, type WorldOptions } from './world';

export interface Utility {
  database: TestDatabase;
  world: World;
  app: FastifyInstance;
  clock: TestClock;
  /** The counter at Petroșani. */
  counter: ReturnType<typeof deviceClient>;
  client(device: WorldDevice): ReturnType<typeof deviceClient>;
  close(): Promise<void>;
}

interface UtilityOptions {
  now?: string;
  target?: PostgresTarget;
  app?: Partial<AppOptions>;
}

/** A small utility with its server: a database of its own, people, accounts, a counter, and a clock to set. */
export async function startUtility(options: WorldOptions & UtilityOptions = {}): Promise<Utility> {
  const { database, world } = await startWorld(options);
  const clock = testClock(options.now ?? '2026-11-26T08:00:00.000Z');
  const app = await buildApp({ database, clock, pollMs: 200, coalesceMs: 5, drainMs: 1_000, ...options.app });
  const client = (device: WorldDevice) => deviceClient(app, device.token);
  return {
    database,
    world,
    app,
    clock,
    client,
    counter: client(world.counter),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** The default world is copied, any other is made. */
async function startWorld(options: WorldOptions & UtilityOptions) {
  if (options.accountsPerOffice || options.lastPeriod || options.policy) {
    const database = await testDatabase(options.target);
    return { database, world: await makeWorld(database, options) };
  }
  const database = await testDatabase(options.target, 'world');
  return { database, world: await enterWorld(database) };
}
