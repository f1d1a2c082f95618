import type { CollectionName } from '../../../shared/sync/collections';
import type { Digest } from '../../../shared/sync/digest';
import type { WorldDevice } from '../../support/world';
import { serverDigest } from './check-server';
import type { ChaosDevice } from './device';
import type { Tally } from './scenario';
import { until } from './until';

/** What the devices of the chaos hold. */
const compared: readonly CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'readings'];

export interface Comparison {
  round: number;
  url: string;
  devices: readonly { as: WorldDevice; device: ChaosDevice }[];
}

/** Every device's documents are the server's, by count and hash; a change that is still on its way is waited for. */
export async function checkDevices(tally: Tally, { round, url, devices }: Comparison): Promise<void> {
  for (const { as, device } of devices) {
    for (const collection of compared) {
      let truth: Digest | null = null;
      let here: Digest | null = null;
      const agree = async (): Promise<true | null> => {
        truth = await serverDigest(url, as.token, collection);
        here = await device.digest(collection);
        return here.count === truth.count && here.hash === truth.hash ? true : null;
      };
      await until(`${as.id} agrees on ${collection}`, agree).catch(() =>
        tally.other(
          round,
          `${as.id} has ${here?.count} ${collection} (${here?.hash}), the server ${truth?.count} (${truth?.hash})`,
        ),
      );
    }
  }
}
