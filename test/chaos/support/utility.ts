import { join } from 'node:path';
import type { Policy } from '../../../shared/model/policy';
import { connect, type Database } from '../../../src-server/db/connect';
import { migrate } from '../../../src-server/db/migrate';
import { readPostmaster } from '../../../src-server/postgres/postmaster';
import { type RunningPostgres, startPostgres } from '../../../src-server/postgres/start-postgres';
import {
  addDevice,
  makeWorld,
  strictPolicy,
  type World,
  type WorldDevice,
  type WorldOptions,
} from '../../support/world';
import { killHard, processTree } from './process-tree';
import { Relay } from './relay';
import { ServerProcess } from './server-process';
import { temporaryFolder } from './temporary-folder';
import type { Undo } from './undo';

/** An index may be sent on every day, so that a scenario can run today. */
export const allMonth: Policy = { ...strictPolicy, monthlyWindow: { fromDay: 1, toDay: 31 } };

/** A month before a moment's own, as `2026-10`. */
export function monthBefore(instant: string): string {
  const day = new Date(`${instant.slice(0, 7)}-15T12:00:00.000Z`);
  day.setUTCMonth(day.getUTCMonth() - 1);
  return day.toISOString().slice(0, 7);
}

export interface UtilitySetting {
  servers: number;
  devices: number;
  accountsPerOffice: number;
  /** Other than a window that is open all month and a history up to last month. */
  world?: WorldOptions;
}

/** The product's own PostgreSQL and server processes in a temporary folder, a small utility in it, and its devices. */
export class ChaosUtility {
  readonly folder: string;
  readonly world: World;
  readonly devices: readonly WorldDevice[];
  /** Of this process; opened anew after a restore. */
  database: Database;
  readonly servers: readonly ServerProcess[];
  /** What devices know as the server's address. */
  readonly entry: Relay;
  readonly #own: { postgres: RunningPostgres };

  private constructor(made: Parts) {
    this.folder = made.folder;
    this.world = made.world;
    this.devices = made.devices;
    this.database = made.database;
    this.servers = made.servers;
    this.entry = made.entry;
    this.#own = made.own;
  }

  static async begin(undo: Undo, setting: UtilitySetting): Promise<ChaosUtility> {
    const folder = await temporaryFolder(undo, 'utility');
    const own = { postgres: await startPostgres(folder) };
    undo.add(() => own.postgres.stop());
    // PostgreSQL comes back on another port: the server processes know the relay's, which stays.
    const toPostgres = await Relay.begin(() => [Number(new URL(own.postgres.databaseUrl).port)]);
    undo.add(() => toPostgres.end());
    const address = new URL(own.postgres.databaseUrl);
    address.port = String(toPostgres.port);
    const database = connect(address.href);
    await migrate(database.pool);
    const world = await makeWorld(database, {
      accountsPerOffice: setting.accountsPerOffice,
      lastPeriod: monthBefore(new Date().toISOString()),
      policy: allMonth,
      ...setting.world,
    });
    const devices = await devicesOf(database, world, setting.devices);
    const servers = await serversOn(undo, address.href, setting.servers);
    const entry = await Relay.begin(() => servers.filter(({ running }) => running).map(({ port }) => port));
    undo.add(() => entry.end());
    const utility = new ChaosUtility({ folder, world, devices, database, servers, entry, own });
    undo.add(() => utility.database.close().catch(() => undefined)); // closed already, in the middle of a restore
    return utility;
  }

  /** kill -9 of the postmaster alone, whose sessions then find out by themselves, or of all of PostgreSQL. */
  killPostgres(whole: boolean): void {
    const postmaster = readPostmaster(this.cluster);
    if (postmaster) killHard(whole ? processTree(postmaster.pid) : [postmaster.pid]);
  }

  /** Nobody is connected any more, so that a restore may begin. */
  async letGo(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.database.close();
  }

  async takeUp(): Promise<void> {
    this.database = connect(this.database.url);
    await Promise.all(this.servers.map((server) => server.start()));
  }

  /** The whole data folder's cluster, copied while PostgreSQL is stopped, as a file-level backup is. */
  async stopPostgres(): Promise<void> {
    await this.#own.postgres.stop();
  }

  get cluster(): string {
    return join(this.folder, 'postgres', 'cluster');
  }

  /** As the product starts it: what was left behind is found first. */
  async startPostgres(): Promise<void> {
    this.#own.postgres = await startPostgres(this.folder);
  }
}

type Parts = Pick<ChaosUtility, 'folder' | 'world' | 'devices' | 'database' | 'servers' | 'entry'> & {
  own: { postgres: RunningPostgres };
};

/** Counters that hold both offices. */
async function devicesOf(database: Database, world: World, count: number): Promise<WorldDevice[]> {
  const devices: WorldDevice[] = [];
  while (devices.length < count)
    devices.push(await addDevice(database, { surface: 'counter', offices: world.offices }));
  return devices;
}

async function serversOn(undo: Undo, databaseUrl: string, count: number): Promise<ServerProcess[]> {
  const servers = Array.from({ length: count }, () => new ServerProcess({ DATABASE_URL: databaseUrl }));
  undo.add(() => Promise.all(servers.map((server) => server.kill())));
  await Promise.all(servers.map((server) => server.start()));
  return servers;
}
