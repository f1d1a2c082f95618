import { randomFillSync } from 'node:crypto';
import { readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start as words } from '../../../shared/text/ro/start';
import { BrowserUtility } from '../support/browser-at-work';
import { checkListed } from '../support/check-listed';
import { checkIntents } from '../support/check-server';
import type { CounterBrowser } from '../support/counter-browser';
import type { Random } from '../support/random';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { until } from '../support/until';

const damages = ['deleted', 'truncated', 'filled with garbage'] as const;
type Damage = (typeof damages)[number];

async function run(context: ScenarioContext): Promise<string> {
  const { undo, rounds, random, tally } = context;
  const counters = await BrowserUtility.begin(undo);
  const browser = await counters.newCounter(undo);
  const saved = new Set<string>();
  const told = new Map<string, number>();
  for (let round = 1; round <= rounds; round += 1) {
    const damage = damages[(round - 1) % damages.length] as Damage;
    await saveSome(counters, browser, saved, random(round));
    await browser.close();
    await harm(browser.profile, damage, random(round));
    counters.utility.entry.plug();
    const words = await startAfter(counters, browser);
    if (words === null) tally.other(round, `IndexedDB was ${damage} and the next start said nothing of it`);
    told.set(words ?? 'nothing', (told.get(words ?? 'nothing') ?? 0) + 1);
    await checkListed(context, browser, round);
    await checkComplete(context, { counters, browser, saved, round });
  }
  await checkIntents(tally, rounds, counters.utility.database);
  const said = [...told].map(([code, times]) => `${code} ${times}`).join(', ');
  return `${rounds} times IndexedDB lost under a closed browser; the next start said: ${said}; ${saved.size} submissions`;
}

/** One that is settled, and some that wait. */
async function saveSome(
  counters: BrowserUtility,
  browser: CounterBrowser,
  saved: Set<string>,
  random: Random,
): Promise<void> {
  saved.add(await counters.save(browser));
  if (random.happens(0.5)) counters.utility.entry.unplug();
  for (let left = random.whole(1, 2); left > 0; left -= 1) saved.add(await counters.save(browser));
}

/** Every file of the origin's IndexedDB, under the closed browser. */
async function harm(profile: string, damage: Damage, random: Random): Promise<void> {
  const all = await readdir(profile, { recursive: true, withFileTypes: true });
  const folders = all.filter(
    (entry) => entry.isDirectory() && /\.indexeddb\.(leveldb|blob)$/.test(entry.name),
  );
  if (folders.length === 0) throw new Error('this profile has no IndexedDB');
  for (const folder of folders) {
    const path = join(folder.parentPath, folder.name);
    if (damage === 'deleted') {
      await rm(path, { recursive: true });
      continue;
    }
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const { size } = await stat(file);
      if (damage === 'truncated') await truncate(file, Math.floor(size * random.fraction() * 0.5));
      else await writeFile(file, randomFillSync(Buffer.alloc(size)));
    }
  }
}

/** Opens the page, rebuilds when it asks for that, signs in. @returns the code of the notice it shows, or null */
async function startAfter(counters: BrowserUtility, browser: CounterBrowser): Promise<string | null> {
  await browser.open(counters.url);
  const { page } = browser;
  const rebuild = page.getByRole('button', { name: words.rebuild.button });
  const signIn = page.getByRole('textbox', { name: 'Utilizator' });
  await rebuild.or(signIn).first().waitFor();
  if (await rebuild.isVisible()) {
    await rebuild.click();
    await page.getByRole('button', { name: words.rebuild.confirm }).click();
    await signIn.waitFor();
  }
  await browser.signIn('ana', counters.utility.world.password);
  for (let tries = 0; tries < 40; tries += 1) {
    const shown = await page
      .getByRole('region', { name: words.notices.title })
      .textContent({ timeout: 100 })
      .catch(() => null);
    const code = shown === null ? null : codeOf(shown);
    if (code !== null) {
      await page.getByRole('button', { name: words.notices.dismiss }).click();
      return code;
    }
    await pause(50);
  }
  return null;
}

/** Which of the notices a text holds, by the words before its first number. */
function codeOf(shown: string): string | null {
  const codes = ['data-vanished', 'data-damaged', 'journal-vanished', 'journal-damaged'] as const;
  return codes.find((code) => shown.includes(words.notices[code].split('{')[0] ?? '')) ?? null;
}

/** Everything is here again and on the server, and the next customer can be served. */
async function checkComplete(
  { tally }: ScenarioContext,
  {
    counters,
    browser,
    saved,
    round,
  }: { counters: BrowserUtility; browser: CounterBrowser; saved: Set<string>; round: number },
): Promise<void> {
  const allThere = async (): Promise<true | null> =>
    (await counters.missingOnServer(saved)).length === 0 ? true : null;
  await until('all on the server', allThere).catch(() => null); // what is missing is told below
  for (const receipt of await counters.missingOnServer(saved))
    tally.lost(round, `receipt ${receipt} was saved and is not accepted on the server once`);
  await browser.statusBar
    .getByText('Sincronizat')
    .waitFor()
    .catch(() => tally.other(round, 'the counter does not say that it is synchronised again'));
  saved.add(await counters.save(browser));
}

export const scenario: Scenario = {
  name: 'indexeddb-lost',
  proves:
    'IndexedDB deleted, truncated or filled with garbage while the browser is closed: the next start says so and ends complete, from the journal and the server. A profile that is lost as a whole loses a browser’s journal too: Electron’s is a file of its own.',
  rounds: 15,
  shortRounds: 3,
  round: 'loss of a closed browser’s IndexedDB',
  run,
};
