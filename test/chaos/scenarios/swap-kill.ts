import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { collectionNames } from '../../../shared/sync/collections';
import { addDevice, type WorldDevice } from '../../support/world';
import { BrowserUtility } from '../support/browser-at-work';
import { checkIntents, digestOf, serverDigest } from '../support/check-server';
import type { CounterBrowser } from '../support/counter-browser';
import { cacheDatabases, cachesIn, documentsInPage, watchDatabases } from '../support/page-databases';
import type { Random } from '../support/random';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { until } from '../support/until';

/** The databases a swap makes and removes, as they are seen to change. */
class Steps {
  #seen = 0;
  readonly #waiting: { step: number; reached: () => void }[] = [];

  get seen(): number {
    return this.#seen;
  }

  changed(): void {
    this.#seen += 1;
    for (const { step, reached } of this.#waiting) if (this.#seen === step) reached();
  }

  /** Returns at the nth change from now. */
  nth(number: number): Promise<void> {
    return new Promise((reached) => this.#waiting.push({ step: this.#seen + number, reached }));
  }
}

interface Swapping {
  counters: BrowserUtility;
  browser: CounterBrowser;
  saved: Set<string>;
  /** Another device with the same scope: what it would be given is what the browser must hold. */
  like: WorldDevice;
}

async function run(context: ScenarioContext): Promise<string> {
  const { undo, rounds, random, tally, say } = context;
  const counters = await BrowserUtility.begin(undo);
  const { database, world } = counters.utility;
  const like = await addDevice(database, { surface: 'counter', offices: world.offices });
  const browser = await counters.newCounter(undo);
  const swapping: Swapping = { counters, browser, saved: new Set(), like };
  const steps = await undisturbed(context, swapping);
  say(`an undisturbed swap changes the databases ${steps} times`);
  let killed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    killed += await killInSwap(swapping, {
      step: 1 + ((round - 1) % Math.max(1, steps)),
      random: random(round),
    });
    await checkUsable(context, swapping, round);
    await checkComplete(context, swapping, round);
  }
  await checkIntents(tally, rounds, database);
  return `${rounds} cache swaps killed at each of ${steps} changes of the databases (${killed} inside), ${swapping.saved.size} submissions`;
}

const followed = new WeakMap<Page, Steps>();

/** Tells the steps of the page that is open now. */
async function follow({ page }: CounterBrowser): Promise<Steps> {
  const known = followed.get(page);
  if (known) return known;
  const steps = new Steps();
  followed.set(page, steps);
  await page.exposeBinding('chaosDatabases', () => steps.changed());
  await page.evaluate(watchDatabases);
  await until('the databases were looked at', () => (steps.seen > 0 ? true : null));
  return steps;
}

/** As a restored server does: the device hears of it with its next exchange. */
async function changeEpoch({ counters, browser, saved }: Swapping): Promise<void> {
  await counters.utility.database.pool.query(
    'update server_state set stored_epoch = gen_random_uuid()::text',
  );
  saved.add(await counters.save(browser));
}

/** @returns how often the databases change in a swap */
async function undisturbed(context: ScenarioContext, swapping: Swapping): Promise<number> {
  const steps = await follow(swapping.browser);
  const before = steps.seen;
  await changeEpoch(swapping);
  await checkComplete(context, swapping, 0);
  return steps.seen - before;
}

/** @returns 1 when the kill fell inside a swap */
async function killInSwap(
  swapping: Swapping,
  { step, random }: { step: number; random: Random },
): Promise<number> {
  const { browser } = swapping;
  const steps = await follow(browser);
  const reached = steps.nth(step).then(() => 1);
  const pids = browser.processes();
  await changeEpoch(swapping);
  const inside = await Promise.race([reached, pause(10_000).then(() => 0)]);
  if (random.happens(0.5)) await pause(random.whole(0, 30));
  await browser.kill(pids);
  return inside;
}

/** With a server or without one, the next customer is served from what is there. */
async function checkUsable(
  { tally, random }: ScenarioContext,
  swapping: Swapping,
  round: number,
): Promise<void> {
  const { counters, browser, saved } = swapping;
  if (random(-round).happens(0.5)) counters.utility.entry.unplug();
  await counters.startAgain(browser);
  try {
    saved.add(await counters.save(browser));
  } catch (error) {
    tally.other(round, `the counter cannot be used after the kill: ${String(error)}`);
  }
  counters.utility.entry.plug();
}

/** One cache is left, it is what the server would give, and everything saved is on the server once. */
async function checkComplete({ tally }: ScenarioContext, swapping: Swapping, round: number): Promise<void> {
  const { counters, browser, saved, like } = swapping;
  const told = (what: string) => () => void tally.other(round, what);
  const oneCache = async (): Promise<true | null> =>
    cachesIn(await cacheDatabases(browser.page)).length === 1 ? true : null;
  await until('one cache', oneCache).catch(told('an old cache was not removed'));
  const allThere = async (): Promise<true | null> =>
    (await counters.missingOnServer(saved)).length === 0 ? true : null;
  await until('all on the server', allThere).catch(() => null); // what is missing is told below
  for (const receipt of await counters.missingOnServer(saved))
    tally.lost(round, `receipt ${receipt} was saved and is not accepted on the server once`);
  for (const collection of collectionNames) {
    const same = async (): Promise<true | null> => {
      const truth = await serverDigest(counters.utility.entry.url, like.token, collection);
      const documents = await documentsInPage(browser.page, collection);
      if (!documents) return null;
      const here = digestOf(documents);
      return truth.count === here.count && truth.hash === here.hash ? true : null;
    };
    await until(collection, same).catch(told(`the cache’s ${collection} are not the server’s`));
  }
}

export const scenario: Scenario = {
  name: 'swap-kill',
  proves:
    'kill -9 of the browser at each visible step of a cache swap: the counter serves the next customer from what is there, with or without a server, and ends with one cache that is the server’s by count and hash. It proves process death, not power loss.',
  rounds: 40,
  shortRounds: 2,
  round: 'cache swap in Chromium, killed at one of its steps',
  run,
};
