import { Worker } from 'node:worker_threads';
import { type Remote, wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { buildDeviceThread } from './build-device';
import type { DeviceSetting, HostedDevice } from './hosted-device';
import type { Undo } from './undo';

export type ChaosDevice = Remote<HostedDevice>;

let built: Promise<string> | null = null;

/** Starts a device in a thread of its own. */
export async function startChaosDevice(undo: Undo, setting: DeviceSetting): Promise<ChaosDevice> {
  built ??= buildDeviceThread();
  const thread = new Worker(await built, { stderr: process.env.CHAOS_VERBOSE === undefined });
  thread.on('error', (error) => console.error(`the thread of ${setting.device.id} broke:`, error));
  undo.add(() => thread.terminate());
  const device = wrap<HostedDevice>(nodeEndpoint(thread));
  await device.start(setting);
  return device;
}
