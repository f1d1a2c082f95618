import { badNetwork } from '../support/bad-network';
import { checkDevices } from '../support/check-devices';
import { checkIntents, checkServer } from '../support/check-server';
import { allSettled } from '../support/crashes';
import { entriesFor, promisesOf, startDevices } from '../support/many-devices';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { ChaosUtility } from '../support/utility';

const devices = 4;
const badShare = 0.5;
const submissionsPerRound = 100;
const inTheShortForm = 30;

async function run(context: ScenarioContext): Promise<string> {
  const { undo, random, tally, rounds, short, say } = context;
  const utility = await ChaosUtility.begin(undo, { servers: 2, devices, accountsPerOffice: 60 });
  const network = await badNetwork(() => utility.entry.port, random(0), badShare);
  undo.add(() => network.end());
  const working = await startDevices(context, utility, network.url);
  const saves = Math.ceil((rounds * (short ? inTheShortForm : submissionsPerRound)) / devices);
  const promised = await Promise.all(
    working.map(async (one, place) => {
      const entries = entriesFor(utility.world, saves, random(-1 - place));
      return promisesOf(context, one, await one.device.save(entries));
    }),
  );
  await allSettled(context, working);
  say('everything is settled; comparing');
  const { database, entry } = utility;
  await checkServer(tally, { round: rounds, database, promised: promised.flat(), allAccepted: true });
  await checkIntents(tally, rounds, database);
  await checkDevices(tally, { round: rounds, url: entry.url, devices: working });
  const bad = [...network.met].filter(([fate]) => fate !== 'passed');
  for (const [fate, times] of bad) say(`${fate}: ${times}`);
  const total = [...network.met.values()].reduce((sum, times) => sum + times, 0);
  const harmed = bad.reduce((sum, [, times]) => sum + times, 0);
  return `${promised.flat().length} submissions of ${devices} devices, ${harmed} of ${total} exchanges harmed`;
}

export const scenario: Scenario = {
  name: 'bad-network',
  proves:
    'exchanges that are cut before or after the server acted, delayed, sent twice, torn on either way, reordered, or answered by somebody else’s page: every submission arrives once. Not an attacker: that is what https is for.',
  rounds: 20,
  shortRounds: 4,
  round: `${submissionsPerRound} submissions through a network that harms every second exchange`,
  run,
};
