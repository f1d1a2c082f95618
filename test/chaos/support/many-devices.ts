import type { Submission } from '../../../shared/model/submission';
import type { ReadingEntry, SaveOutcome } from '../../../src-renderer/data/entry-api';
import type { World, WorldDevice } from '../../support/world';
import { type ChaosDevice, startChaosDevice } from './device';
import type { Random } from './random';
import type { ScenarioContext } from './scenario';
import type { ChaosUtility } from './utility';

export interface WorkingDevice {
  as: WorldDevice;
  device: ChaosDevice;
}

/** Every device of the utility, with everything pulled and a clerk signed in; four start at a time. */
export async function startDevices(
  { undo, say }: ScenarioContext,
  { devices, world }: ChaosUtility,
  baseUrl: string,
): Promise<WorkingDevice[]> {
  say(`${devices.length} devices start`);
  const working: WorkingDevice[] = [];
  const begin = async (as: WorldDevice): Promise<void> => {
    const device = await startChaosDevice(undo, { baseUrl, device: as, now: null });
    await device.synced();
    await device.signIn('ana', world.password);
    working.push({ as, device });
  };
  const queue = [...devices];
  const next = async (): Promise<void> => {
    for (let as = queue.shift(); as; as = queue.shift()) await begin(as);
  };
  await Promise.all([next(), next(), next(), next()]);
  say(`${working.length} devices have pulled everything and signed a clerk in`);
  return working;
}

/** A device's entries: meters at random, each value of a meter once on this device. */
export function entriesFor({ accounts }: World, count: number, random: Random): ReadingEntry[] {
  const used = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const { id, meterId, lastIndex } = random.pick(accounts);
    const step = (used.get(meterId) ?? 0) + 1;
    used.set(meterId, step);
    return { accountId: id, meterId, entry: String(lastIndex + step) };
  });
}

/** What a device saved, by the outcomes it gave and by its journal, which must be the same. */
export async function promisesOf(
  { tally }: ScenarioContext,
  { as, device }: WorkingDevice,
  outcomes: readonly SaveOutcome[],
): Promise<Submission[]> {
  const journal = await device.journal();
  const known = new Set(journal.map(({ id }) => id));
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'saved') tally.other(0, `${as.id}: ${JSON.stringify(outcome)}`);
    else if (!known.has(outcome.submission.id))
      tally.lost(
        0,
        `${outcome.submission.id} (receipt ${outcome.submission.receiptNumber}) is not in the journal`,
      );
  }
  return journal;
}
