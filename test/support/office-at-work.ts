import { afterEach, beforeEach, expect } from 'vitest';
import type { CollectionName } from '../../shared/sync/collections';
import { Machine, startDevice, type TestDevice } from './device';
import { startUtility, type Utility } from './utility';
import type { WorldAccount, WorldDevice } from './world';

interface MachineOptions {
  now?: string; // the server's time when left out
  /** Those that it holds. */
  collections?: CollectionName[];
}

/** A device whose network can be unplugged. */
interface PluggedDevice {
  device: TestDevice;
  machine: Machine;
  cable: { plugged: boolean };
  /** Plugs it in again and tries the server at once. */
  plug: () => Promise<void>;
}

/** Each test of the file gets a server that listens, and as many devices as it asks for. */
export function officeAtWork(options: { now: string; lastPeriod?: string }) {
  const running: TestDevice[] = [];
  let utility: Utility;
  let baseUrl: string;
  beforeEach(async () => {
    utility = await startUtility(options);
    baseUrl = await utility.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    for (const device of running.splice(0)) await device.stop();
    await utility.close();
  });

  /** A device that has pulled everything. */
  async function synced(as: WorldDevice, wanted: MachineOptions = {}): Promise<PluggedDevice> {
    const { now = options.now, ...held } = wanted;
    const cable = { plugged: true };
    const machine = new Machine(now);
    machine.enrolAs(as);
    const device = await startDevice({
      ...{ machine, baseUrl, ...held },
      fetch: (...request) => (cable.plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
    });
    running.push(device);
    await device.synced();
    const plug = async (): Promise<void> => {
      cable.plugged = true;
      await device.api.syncNow();
    };
    return { device, machine, cable, plug };
  }

  /** The same with somebody signed in at it. */
  async function counter(as: WorldDevice, userName: string, wanted: MachineOptions = {}) {
    const place = await synced(as, wanted);
    const answer = await place.device.api.signIn(userName, utility.world.password);
    expect(answer).toMatchObject({ outcome: 'signed-in' });
    return place;
  }

  return {
    get utility() {
      return utility;
    },
    /** One that the world's counter serves. */
    get account() {
      return utility.world.accounts[0] as WorldAccount;
    },
    synced,
    counter,
  };
}
