import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { HostedDevice } from './hosted-device';

/** The entry of a thread that holds one device: RxDB counts its open collections per realm. */
if (!parentPort) throw new Error('device-thread is a worker thread’s entry');
expose(new HostedDevice(), nodeEndpoint(parentPort));
