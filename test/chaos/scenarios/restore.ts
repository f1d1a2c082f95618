import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkDevices } from '../support/check-devices';
import { checkIntents, checkServer, keptByServer } from '../support/check-server';
import { allSettled } from '../support/crashes';
import { entriesFor, promisesOf, startDevices, type WorkingDevice } from '../support/many-devices';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { until } from '../support/until';
import { ChaosUtility } from '../support/utility';

const devices = 4;
const usualLast = 300;
const lastInTheShortForm = 20;
const before = 40;

const lastAcceptedOf = ({ short }: ScenarioContext): number => (short ? lastInTheShortForm : usualLast);

interface Backup {
  name: string;
  make(): Promise<void>;
  /** Nobody is connected while it is put back. */
  putBack(): Promise<void>;
}

async function run(context: ScenarioContext): Promise<string> {
  const { undo, rounds } = context;
  const utility = await ChaosUtility.begin(undo, { servers: 2, devices, accountsPerOffice: 60 });
  const working = await startDevices(context, utility, utility.entry.url);
  const kinds = [byCommand(utility), byFiles(utility)] as const;
  const entries = new Map(
    working.map((one, place) => [one, entriesFor(utility.world, rounds * 400, context.random(-place - 1))]),
  );
  for (let round = 1; round <= rounds; round += 1) {
    const kind = kinds[round % 2 === 1 ? 0 : 1];
    await once(context, { utility, working, kind, round, entries });
  }
  return `${rounds} restores to before the last ${lastAcceptedOf(context)} accepted, by our command and by files in turn`;
}

interface Round {
  utility: ChaosUtility;
  working: readonly WorkingDevice[];
  kind: Backup;
  round: number;
  entries: Map<WorkingDevice, ReturnType<typeof entriesFor>>;
}

async function once(
  context: ScenarioContext,
  { utility, working, kind, round, entries }: Round,
): Promise<void> {
  const { tally, random, say } = context;
  const lastAccepted = lastAcceptedOf(context);
  const save = async (count: number): Promise<void> => {
    await Promise.all(
      working.map(async (one) => {
        const next = entries.get(one)?.splice(0, Math.ceil(count / devices)) ?? [];
        await promisesOf(context, one, await one.device.save(next));
      }),
    );
    await allSettled(context, working);
  };
  await save(before);
  await kind.make();
  await save(lastAccepted);
  const known = (await keptByServer(utility.database)).size;
  await utility.letGo();
  await kind.putBack();
  await utility.takeUp();
  say(`round ${round}: put back ${kind.name}`);
  const after = (await keptByServer(utility.database)).size;
  if (known - after < lastAccepted)
    tally.other(round, `the restore took back ${known - after} submissions, not ${lastAccepted}`);
  const chance = random(round);
  for (const { device } of working.filter(() => chance.happens(0.5))) {
    await device.restart();
    await device.signIn('ana', utility.world.password);
  }
  for (const { device } of working) await device.syncNow();
  const promised = (await Promise.all(working.map(({ device }) => device.journal()))).flat();
  const allBack = async (): Promise<true | null> => {
    const kept = await keptByServer(utility.database);
    return promised.every(({ id }) => kept.get(id)?.verdicts === 1) ? true : null;
  };
  await until('all are back', allBack).catch(() => null); // what is missing is told below
  say(`round ${round}: what the server lacked is there again`);
  await allSettled(context, working);
  await checkServer(tally, { round, database: utility.database, promised, allAccepted: true });
  await checkIntents(tally, round, utility.database);
  await checkDevices(tally, { round, url: utility.entry.url, devices: working });
}

const command = promisify(execFile);

function byCommand(utility: ChaosUtility): Backup {
  const file = (): string => join(utility.folder, 'ghiseu.backup');
  const ghiseu = (...args: string[]) =>
    command(process.execPath, ['dist/server/ghiseu.js', ...args], {
      env: { ...process.env, DATABASE_URL: utility.database.url },
    });
  return {
    name: 'by ghiseu backup and ghiseu restore',
    make: async () => void (await ghiseu('backup', file(), '--force')),
    putBack: async () => void (await ghiseu('restore', file(), '--replace')),
  };
}

/** A database administrator's way: the stopped cluster's folder is copied, and copied back. */
function byFiles(utility: ChaosUtility): Backup {
  const copy = join(utility.folder, 'copy-of-cluster');
  const copyFolder = async (from: string, to: string): Promise<void> => {
    await rm(to, { recursive: true, force: true });
    await command('cp', ['-a', from, to]); // with its owner, which PostgreSQL insists on
  };
  return {
    name: 'by copying the data folder back',
    make: async () => {
      await utility.stopPostgres();
      await copyFolder(utility.cluster, copy);
      await utility.startPostgres();
    },
    putBack: async () => {
      await utility.stopPostgres();
      await copyFolder(copy, utility.cluster);
      await utility.startPostgres();
    },
  };
}

export const scenario: Scenario = {
  name: 'restore',
  proves: `a server restored to before its last ${usualLast} accepted submissions, with or without our command: the devices notice and bring all of them again. What a device no longer has (60 days, or a lost machine) nobody can bring.`,
  rounds: 2,
  shortRounds: 2,
  round: `restore to before the last ${usualLast} accepted submissions`,
  run,
};
