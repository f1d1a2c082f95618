import { setTimeout as pause } from 'node:timers/promises';
import type { ReadingEntry, SaveOutcome } from '../../../src-renderer/data/entry-api';
import { checkDevices } from './check-devices';
import { checkIntents, checkServer } from './check-server';
import { entriesFor, promisesOf, startDevices, type WorkingDevice } from './many-devices';
import type { Random } from './random';
import type { ScenarioContext } from './scenario';
import { ChaosUtility } from './utility';

const usualDevices = 20;
const shortDevices = 6;
const servers = 3;
const accountsPerOffice = 60;
/** Of each device, begun beside the round's kill, which so falls among what was saved, is sent and is decided. */
const savesPerRound = 3;

/** Breaks something of the utility and mends it again. */
export type Crash = (utility: ChaosUtility, random: Random) => Promise<void>;

/**
 * Twenty devices submit through the whole run while, round after round, something is killed at a random moment and comes back
 * a random time later. @returns what was done
 */
export async function crashDuringSubmissions(context: ScenarioContext, crash: Crash): Promise<string> {
  const devices = context.short ? shortDevices : usualDevices;
  const utility = await ChaosUtility.begin(context.undo, { servers, devices, accountsPerOffice });
  const working = await startDevices(context, utility, utility.entry.url);
  const clerks = working.map((one, place) => ({
    ...one,
    entries: entriesFor(utility.world, savesPerRound * context.rounds, context.random(-1 - place)),
    outcomes: [] as SaveOutcome[],
  }));
  let killsAmid = 0;
  for (let round = 1; round <= context.rounds; round += 1) {
    const random = context.random(round);
    const kill = async (): Promise<void> => {
      await pause(random.whole(50, 800));
      const [waits] = await Promise.all([anyWaits(working), crash(utility, random)]);
      if (waits) killsAmid += 1;
    };
    await Promise.all([kill(), ...clerks.map(saveNext)]);
  }
  if (killsAmid === 0 && !context.short)
    context.tally.other(context.rounds, 'no kill was begun while anything waited');
  const promised = (await Promise.all(clerks.map((one) => promisesOf(context, one, one.outcomes)))).flat();
  await allSettled(context, working);
  context.say(`${promised.length} submissions were saved and settled; comparing`);
  const { database, entry } = utility;
  await checkServer(context.tally, { round: context.rounds, database, promised, allAccepted: true });
  await checkIntents(context.tally, context.rounds, database);
  await checkDevices(context.tally, { round: context.rounds, url: entry.url, devices: working });
  return `${context.rounds} kills, ${killsAmid} of them begun while submissions waited, ${promised.length} submissions of ${devices} devices, ${servers} server processes`;
}

interface Clerk extends WorkingDevice {
  entries: ReadingEntry[];
  outcomes: SaveOutcome[];
}

async function saveNext({ device, entries, outcomes }: Clerk): Promise<void> {
  outcomes.push(...(await device.save(entries.splice(0, savesPerRound))));
}

async function anyWaits(working: readonly WorkingDevice[]): Promise<boolean> {
  const all = await Promise.all(working.map(({ device }) => device.status()));
  return all.some(({ waiting }) => waiting.submissions > 0);
}

/** Every device gets its verdicts; one that does not is told with what it still waits for. */
export async function allSettled(
  { tally, rounds }: ScenarioContext,
  working: readonly WorkingDevice[],
): Promise<void> {
  await Promise.all(
    working.map(({ as, device }) =>
      device
        .settled()
        .catch((error: unknown) => tally.other(rounds, `${as.id} is not settled: ${String(error)}`)),
    ),
  );
}
