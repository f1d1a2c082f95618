import { setTimeout as pause } from 'node:timers/promises';
import { saveEnrolmentCode } from '../../../src-server/devices/administer';
import { checkIntents } from '../support/check-server';
import { CounterBrowser } from '../support/counter-browser';
import type { Random } from '../support/random';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { until } from '../support/until';
import { ChaosUtility } from '../support/utility';

const roundsOfAMachine = 20;
const code = 'chaos-counter';

/** Customers in turn, so that no index is typed twice. */
class Typing {
  readonly #codes: readonly string[];
  #typed = 0;

  constructor(codes: readonly string[]) {
    this.#codes = codes;
  }

  next(): { clientCode: string; index: number } {
    const clientCode = this.#codes[this.#typed % this.#codes.length] ?? '';
    const index = 231 + Math.floor(this.#typed / this.#codes.length);
    this.#typed += 1;
    return { clientCode, index };
  }
}

async function run(context: ScenarioContext): Promise<string> {
  const { undo, rounds, say, tally } = context;
  const utility = await ChaosUtility.begin(undo, { servers: 1, devices: 0, accountsPerOffice: 120 });
  const { database, world } = utility;
  const officeIds = world.offices.map(({ id }) => id);
  const now = new Date().toISOString();
  const counter = { deviceName: 'Ghișeu', surface: 'counter', officeIds, usesLeft: null, now } as const;
  await saveEnrolmentCode(database.db, { ...counter, code });
  const { rows } = await database.pool.query<{ code: string }>(
    'select client_code as code from accounts order by id',
  );
  const typing = new Typing(rows.map((row) => row.code));
  let seen = 0;
  for (let round = 1; round <= rounds; round += roundsOfAMachine) {
    const last = Math.min(rounds, round + roundsOfAMachine - 1);
    seen += await oneMachine(context, { utility, typing, from: round, to: last });
    say(`round ${last}: ${seen} were seen as saved, ${tally.troubles.length} troubles`);
  }
  await checkIntents(tally, rounds, database);
  return `${rounds} kills of the browser, ${seen} submissions seen as saved before one`;
}

interface Stretch {
  utility: ChaosUtility;
  typing: Typing;
  from: number;
  to: number;
}

/** @returns how many submissions were seen as saved */
async function oneMachine(context: ScenarioContext, { utility, typing, from, to }: Stretch): Promise<number> {
  const { undo, random, tally } = context;
  const browser = await CounterBrowser.newMachine(undo);
  await firstStart(browser, utility);
  for (let round = from; round <= to; round += 1) {
    await workUntilKilled(browser, { utility, typing, random: random(round) });
    if (random(-round).happens(0.5)) utility.entry.unplug();
    else utility.entry.plug();
    await startAgain(browser, utility);
    await checkListed(context, browser, round);
  }
  utility.entry.plug();
  await checkOnServer(context, { browser, utility, round: to });
  const seen = new Set(browser.sightings.map(({ receipt }) => receipt));
  await browser.kill();
  if (seen.size === 0) tally.other(to, 'nothing was ever seen as saved: the scenario shows nothing');
  return seen.size;
}

async function firstStart(browser: CounterBrowser, { entry, world }: ChaosUtility): Promise<void> {
  entry.plug();
  await browser.open(`${entry.url.replace('127.0.0.1', 'localhost')}/#enrol=${code}`);
  await browser.signIn('ana', world.password);
  await browser.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)); // the page itself is kept
  await browser.statusBar.getByText('Sincronizat').waitFor();
}

async function startAgain(browser: CounterBrowser, { entry, world }: ChaosUtility): Promise<void> {
  await browser.open(entry.url.replace('127.0.0.1', 'localhost'));
  await browser.signIn('ana', world.password);
}

/** A few indexes, the last of which is cut short: killed somewhere between Enter and a moment after "saved". */
async function workUntilKilled(
  browser: CounterBrowser,
  { utility, typing, random }: { utility: ChaosUtility; typing: Typing; random: Random },
): Promise<void> {
  for (let left = random.whole(0, 2); left > 0; left -= 1) {
    const { clientCode, index } = typing.next();
    await browser.openCustomer(clientCode);
    await browser.type(index);
    const sinceMs = Date.now();
    await browser.page.keyboard.press('Enter');
    await browser.sightingOf(index, sinceMs);
    if (random.happens(0.2)) utility.entry.plug();
  }
  const { clientCode, index } = typing.next();
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

const dayOf = (ms: number): string =>
  new Date(ms).toLocaleDateString('en-CA', { timeZone: 'Europe/Bucharest' });

/** Everything seen as saved today is in the list after the restart, with or without a server. */
async function checkListed(
  { tally }: ScenarioContext,
  browser: CounterBrowser,
  round: number,
): Promise<void> {
  const listed = await browser.listedToday();
  const today = dayOf(Date.now());
  const expected = browser.sightings.filter(({ atMs }) => dayOf(atMs) === today);
  const missing = (): string[] =>
    [...new Set(expected.map(({ receipt }) => receipt))].filter((one) => !listed.has(one));
  for (let tries = 0; tries < 40 && missing().length > 0; tries += 1) {
    await pause(50); // the list fills in after the page is there
    for (const receipt of await browser.listedToday()) listed.add(receipt);
  }
  for (const receipt of missing())
    tally.lost(round, `receipt ${receipt} was seen as saved and is not there after the restart`);
}

async function checkOnServer(
  { tally }: ScenarioContext,
  { browser, utility, round }: { browser: CounterBrowser; utility: ChaosUtility; round: number },
): Promise<void> {
  const seen = new Set(browser.sightings.map(({ receipt }) => receipt));
  const missing = async (): Promise<string[]> => {
    const { rows } = await utility.database.pool.query<{
      receipt: string;
      verdicts: number;
      revisions: number;
    }>(
      `select s.receipt_number as receipt, (select count(*)::int from verdicts v where v.submission_id = s.id) as verdicts,
         (select count(*)::int from reading_revisions r where r.submission_id = s.id and r.accepted) as revisions
       from submissions s where s.receipt_number = any($1)`,
      [[...seen]],
    );
    const once = new Set(
      rows.filter((row) => row.verdicts === 1 && row.revisions === 1).map(({ receipt }) => receipt),
    );
    return [...seen].filter((receipt) => !once.has(receipt));
  };
  await until('all on the server', async () => ((await missing()).length === 0 ? true : null), 60_000).catch(
    () => null,
  );
  for (const receipt of await missing())
    tally.lost(round, `receipt ${receipt} was seen as saved and is not accepted on the server once`);
}

export const scenario: Scenario = {
  name: 'browser-kill',
  proves:
    'kill -9 of the whole browser around “saved”, with and without a server: what was seen as saved is there after the restart and ends on the server once. It proves process death, not power loss: the machine’s page cache survives.',
  rounds: 200,
  round: 'kill -9 of Chromium’s process tree at a random moment around “saved”, and a restart of the profile',
  run,
};
