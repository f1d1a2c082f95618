import { setTimeout as pause } from 'node:timers/promises';
import { BrowserUtility } from '../support/browser-at-work';
import { checkListed } from '../support/check-listed';
import { checkIntents } from '../support/check-server';
import type { CounterBrowser } from '../support/counter-browser';
import type { Random } from '../support/random';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { until } from '../support/until';

const roundsOfAMachine = 20;
async function run(context: ScenarioContext): Promise<string> {
  const { undo, rounds, say, tally } = context;
  const counters = await BrowserUtility.begin(undo);
  let seen = 0;
  for (let round = 1; round <= rounds; round += roundsOfAMachine) {
    const last = Math.min(rounds, round + roundsOfAMachine - 1);
    seen += await oneMachine(context, { counters, from: round, to: last });
    say(`round ${last}: ${seen} were seen as saved, ${tally.troubles.length} troubles`);
  }
  await checkIntents(tally, rounds, counters.utility.database);
  return `${rounds} kills of the browser, ${seen} submissions seen as saved before one`;
}

interface Stretch {
  counters: BrowserUtility;
  from: number;
  to: number;
}

/** @returns how many submissions were seen as saved */
async function oneMachine(context: ScenarioContext, { counters, from, to }: Stretch): Promise<number> {
  const { undo, random, tally } = context;
  const { entry } = counters.utility;
  const browser = await counters.newCounter(undo);
  for (let round = from; round <= to; round += 1) {
    await workUntilKilled(browser, counters, random(round));
    if (random(-round).happens(0.5)) entry.unplug();
    else entry.plug();
    await counters.startAgain(browser);
    await checkListed(context, browser, round);
  }
  entry.plug();
  await checkOnServer(context, { browser, counters, round: to });
  const seen = new Set(browser.sightings.map(({ receipt }) => receipt));
  await browser.kill();
  if (seen.size === 0) tally.other(to, 'nothing was ever seen as saved: the scenario shows nothing');
  return seen.size;
}

/** A few indexes, the last of which is cut short: killed somewhere between Enter and a moment after "saved". */
async function workUntilKilled(
  browser: CounterBrowser,
  counters: BrowserUtility,
  random: Random,
): Promise<void> {
  for (let left = random.whole(0, 2); left > 0; left -= 1) {
    await counters.save(browser);
    if (random.happens(0.2)) counters.utility.entry.plug();
  }
  const { clientCode, index } = counters.typing.next();
  await browser.openCustomer(clientCode);
  await browser.type(index);
  const pids = browser.processes();
  const sinceMs = Date.now();
  const pressed = browser.page.keyboard.press('Enter').catch(() => undefined); // it may not outlive the press
  if (random.happens(0.5)) await pause(random.whole(0, 120));
  else {
    await browser.sightingOf(index, sinceMs);
    if (random.happens(0.5)) await pause(random.whole(0, 40));
  }
  await browser.kill(pids);
  await pressed;
}

async function checkOnServer(
  { tally }: ScenarioContext,
  { browser, counters, round }: { browser: CounterBrowser; counters: BrowserUtility; round: number },
): Promise<void> {
  const seen = new Set(browser.sightings.map(({ receipt }) => receipt));
  const allThere = async (): Promise<true | null> =>
    (await counters.missingOnServer(seen)).length === 0 ? true : null;
  await until('all on the server', allThere).catch(() => null); // what is missing is told below
  for (const receipt of await counters.missingOnServer(seen))
    tally.lost(round, `receipt ${receipt} was seen as saved and is not accepted on the server once`);
}

export const scenario: Scenario = {
  name: 'browser-kill',
  proves:
    'kill -9 of the whole browser around “saved”, with and without a server: what was seen as saved is there after the restart and ends on the server once. It proves process death, not power loss: the machine’s page cache survives.',
  rounds: 200,
  shortRounds: 3,
  round: 'kill -9 of Chromium’s process tree at a random moment around “saved”, and a restart of the profile',
  run,
};
