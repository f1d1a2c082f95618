import { collectionNames } from '../../shared/sync/collections';
import { type CallingDevice, devicesById, scopeVersion } from '../devices/calling-device';
import { documentSources } from '../pull/documents';
import type { Viewer } from '../pull/viewer';
import type { ServerContext } from '../server-context';
import type { Interest } from './change-watch';

interface OpenStream {
  device: CallingDevice;
  end: () => void;
}

/** What a device wants to hear of: each collection under the counters it pulls it by. */
export function interestOf(viewer: Viewer): Interest {
  const interest = new Map<string, Set<(typeof collectionNames)[number]>>();
  for (const name of collectionNames) {
    for (const scope of documentSources[name].scopes(viewer)) {
      interest.set(scope, (interest.get(scope) ?? new Set()).add(name));
    }
  }
  return interest;
}

/**
 * The streams of this process. A device that was revoked or got other offices meanwhile, and every device of an epoch that
 * is no more, has its stream ended: it comes back with a greeting and learns what holds now.
 */
export function openStreams(context: ServerContext, checkEveryMs: number) {
  const streams = new Set<OpenStream>();

  async function endOutdated(): Promise<void> {
    if (streams.size === 0) return;
    const ids = [...new Set([...streams].map(({ device }) => device.id))];
    const present = new Map((await devicesById(context.database, ids)).map((device) => [device.id, device]));
    for (const { device, end } of [...streams]) {
      const now = present.get(device.id);
      const same = now?.epoch === device.epoch && scopeVersion(now) === scopeVersion(device);
      if (!now || now.revoked || !same) end();
    }
  }

  const checking = setInterval(() => {
    endOutdated().catch(context.onError);
  }, checkEveryMs);

  return {
    add(stream: OpenStream): () => void {
      streams.add(stream);
      return () => streams.delete(stream);
    },
    endAll(): void {
      clearInterval(checking);
      for (const { end } of [...streams]) end();
    },
  };
}
