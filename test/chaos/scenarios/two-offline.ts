import { compareRevisions } from '../../../shared/metering/period-reading';
import type { PeriodReading } from '../../../shared/model/account';
import { checkDevices } from '../support/check-devices';
import { checkServer } from '../support/check-server';
import { allSettled } from '../support/crashes';
import { type ChaosDevice, startChaosDevice } from '../support/device';
import { Mixer } from '../support/mixer';
import type { Random } from '../support/random';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { ChaosUtility } from '../support/utility';

const usualMeters = 500;
const metersInTheShortForm = 40;

const metersOf = ({ short }: ScenarioContext): number => (short ? metersInTheShortForm : usualMeters);

interface Sent extends PeriodReading {
  device: ChaosDevice;
  accountId: string;
  meterId: string;
}

async function run(context: ScenarioContext): Promise<string> {
  for (let round = 1; round <= context.rounds; round += 1) await once(context, round);
  const meters = metersOf(context);
  return `${context.rounds} × ${meters} meters, ${2 * meters} revisions in random order`;
}

async function once(context: ScenarioContext, round: number): Promise<void> {
  const { undo, tally, say } = context;
  const random = context.random(round);
  const meters = metersOf(context);
  const utility = await ChaosUtility.begin(undo, { servers: 1, devices: 2, accountsPerOffice: meters / 2 });
  const mixer = await new Mixer(random, 2 * meters).begin(() => utility.entry.port);
  undo.add(() => mixer.end());
  const working = await Promise.all(
    utility.devices.map(async (as) => {
      const now = new Date().toISOString();
      const device = await startChaosDevice(undo, { baseUrl: mixer.url, device: as, now });
      await device.synced();
      await device.signIn('ana', utility.world.password);
      await device.pullCable();
      return { as, device };
    }),
  );
  const sent = await Promise.all(
    working.map(({ device }, place) => saveOffline(utility, { device, place, random })),
  );
  say('both devices have saved every meter offline; their cables are plugged in');
  await Promise.all(working.map(({ device }) => device.plugCable()));
  await allSettled(context, working);
  const promised = (await Promise.all(working.map(({ device }) => device.journal()))).flat();
  await checkServer(tally, { round, database: utility.database, promised, allAccepted: true });
  await checkOutcome(context, utility, { round, sent: sent.flat() });
  await checkDevices(tally, { round, url: utility.entry.url, devices: working });
}

/** Every meter once, in random order and with random time between, so that either device may be the later one. */
async function saveOffline(
  { world }: ChaosUtility,
  { device, place, random }: { device: ChaosDevice; place: number; random: Random },
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { id: accountId, meterId, lastIndex } of random.shuffled(world.accounts)) {
    await device.advance(random.whole(0, 4)); // the same millisecond on both devices now and then
    const entry = String(lastIndex + 5 + place);
    const [outcome] = await device.save([{ accountId, meterId, entry }]);
    if (outcome?.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
    const { id: submissionId, period, capturedAt } = outcome.submission;
    if (period === null) throw new Error(`${submissionId} is of no period`);
    sent.push({
      device,
      accountId,
      meterId,
      period,
      index: Number(entry),
      capturedAt,
      submissionId,
      source: 'clerk',
    });
  }
  return sent;
}

/** The one that stands is the rule's, in the tables and on both screens; the other one is there, and said to be replaced. */
async function checkOutcome(
  { tally, say }: ScenarioContext,
  { world }: ChaosUtility,
  { round, sent }: { round: number; sent: readonly Sent[] },
): Promise<void> {
  let second = 0;
  const devices = [...new Set(sent.map(({ device }) => device))];
  for (const { id: accountId, meterId } of world.accounts) {
    const both = sent.filter((one) => one.meterId === meterId).toSorted(compareRevisions);
    const winner = both.at(-1);
    if (!winner) continue;
    if (winner.device === devices[1]) second += 1;
    for (const { device, submissionId } of both) {
      const view = await device.account(accountId);
      const meter = view?.meters[0];
      const own = meter?.submissions.find(({ id }) => id === submissionId);
      const expected = device === winner.device ? 'received' : 'superseded';
      if (meter?.current?.submissionId !== winner.submissionId)
        tally.other(round, `${meterId}: ${meter?.current?.submissionId} stands, not ${winner.submissionId}`);
      if (own?.state !== expected)
        tally.other(round, `${submissionId} is shown as ${own?.state}, not ${expected}`);
    }
  }
  for (const device of devices) await bothThere({ tally, round, device, sent });
  say(`the second device’s index stands for ${second} of ${world.accounts.length} meters`);
}

/** Each device holds the verdicts on both devices' submissions: it knows of both facts. */
async function bothThere({
  tally,
  round,
  device,
  sent,
}: Pick<ScenarioContext, 'tally'> & {
  round: number;
  device: ChaosDevice;
  sent: readonly Sent[];
}): Promise<void> {
  const known = new Set((await device.documents('verdicts')).map(({ id }) => id));
  for (const { submissionId } of sent)
    if (!known.has(submissionId)) tally.lost(round, `a device does not know of ${submissionId}`);
}

export const scenario: Scenario = {
  name: 'two-offline',
  proves:
    'two counters that could not see each other sent different indexes for the same meters: both are kept whatever the order of arrival, the rule decides, each device shows both. Two devices and one server process.',
  rounds: 1,
  shortRounds: 1,
  round: `${usualMeters} meters, each sent by two offline devices, arriving in random order`,
  run,
};
