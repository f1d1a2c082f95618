import { afterEach } from 'vitest';
import type { SaveOutcome } from '../../src-renderer/data/entry-api';
import { type DeviceOptions, Machine, startDevice, type TestDevice } from './device';
import { accountDocument, ana, historyDocument, policyDocument } from './documents';
import { ScriptedServer } from './scripted-server';

const open: TestDevice[] = [];
afterEach(async () => {
  for (const device of open.splice(0)) await device.stop();
});

/** A scripted server with a clerk and some houses whose meters showed 1 234 m³ in October 2026. */
export function smallUtility(accounts = 2): ScriptedServer {
  const server = new ScriptedServer();
  const numbers = Array.from({ length: accounts }, (_, place) => place + 1);
  server.put({
    policy: [policyDocument()],
    staff: [ana],
    accounts: numbers.map((number) => accountDocument(number)),
    readings: numbers.map((number) => historyDocument(number)),
  });
  return server;
}

/** An enrolled counter of that server, stopped after the test. */
export async function counterOf(server: ScriptedServer, options: DeviceOptions = {}): Promise<TestDevice> {
  const machine = options.machine ?? new Machine();
  machine.enrolAs(server.device);
  const device = await startDevice({ ...options, machine, fetch: options.fetch ?? server.fetch });
  open.push(device);
  return device;
}

/** A counter at which everything has been pulled and a clerk is signed in. */
export async function counterAtWork(
  server: ScriptedServer,
  options: DeviceOptions = {},
): Promise<TestDevice> {
  const device = await counterOf(server, options);
  await device.synced();
  await device.api.signIn('ana', server.password);
  return device;
}

/** Stops a device as closing its page does and starts the machine's next one. */
export async function restarted(
  device: TestDevice,
  server: ScriptedServer,
  options: DeviceOptions = {},
): Promise<TestDevice> {
  await device.stop();
  open.splice(open.indexOf(device), 1);
  return counterOf(server, { ...options, machine: device.machine });
}

export const saveIndex = (device: TestDevice, number: number, index: number | string): Promise<SaveOutcome> =>
  device.api.saveReading(
    { accountId: `account-${number}`, meterId: `meter-${number}`, entry: String(index) },
    [],
  );
