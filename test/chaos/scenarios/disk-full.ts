import type { Page } from '@playwright/test';
import { FileJournal, JournalError } from '../../../shared/journal/journal';
import { counter as words } from '../../../shared/text/ro/counter';
import { FaultyDisk } from '../../support/faulty-file';
import { readingSubmission } from '../../support/submission';
import { BrowserUtility } from '../support/browser-at-work';
import { checkListed } from '../support/check-listed';
import type { CounterBrowser } from '../support/counter-browser';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { until } from '../support/until';

const filesPerRound = 20;

async function run(context: ScenarioContext): Promise<string> {
  const { undo, rounds, tally } = context;
  const counters = await BrowserUtility.begin(undo);
  const saved = new Set<string>();
  let refused = 0;
  let full = 0;
  for (let round = 1; round <= rounds; round += 1) {
    refused += await fillTheBrowser(context, { counters, saved, round });
    for (let file = 0; file < filesPerRound; file += 1) full += await fillTheFile(context, round, file);
  }
  await waitUntilSent(counters, saved);
  for (const receipt of await counters.missingOnServer(saved))
    tally.lost(rounds, `receipt ${receipt} was saved and is not on the server once`);
  const { rows } = await counters.utility.database.pool.query('select from submissions');
  if (rows.length !== saved.size)
    tally.other(rounds, `the server has ${rows.length}, ${saved.size} were saved`);
  return `${rounds} full disks in Chromium: ${refused} refused with words, ${saved.size} saved before and after; ${full} full disks under the journal’s file`;
}

interface Filling {
  counters: BrowserUtility;
  saved: Set<string>;
  round: number;
}

/**
 * A machine whose disk is full when its first index comes, and again from the start of a later day. (Chromium gives an open
 * file room in advance, in which saving rightly goes on; a disk that fills in between is the file port's part.)
 * @returns how many indexes were refused
 */
async function fillTheBrowser(
  context: ScenarioContext,
  { counters, saved, round }: Filling,
): Promise<number> {
  const chance = context.random(round);
  const share = (): number => 0.2 + 0.75 * chance.fraction();
  const browser = await counters.newCounter(context.undo);
  const firstDay = await takeQuota(browser.page, counters.url, share());
  let refused = await refusals(context, { counters, browser, saved, round });
  await firstDay.giveBack();
  for (let left = chance.whole(1, 2); left > 0; left -= 1)
    saved.add(await saveWhenThereIsSpace(counters, browser));
  await browser.close();
  let laterDay: Quota | null = null;
  await counters.startAgain(browser, async (page) => {
    laterDay = await takeQuota(page, counters.url, share());
  });
  await checkListed(context, browser, round);
  refused += await refusals(context, { counters, browser, saved, round });
  await (laterDay as Quota | null)?.giveBack();
  saved.add(await saveWhenThereIsSpace(counters, browser));
  await checkListed(context, browser, round);
  await waitUntilSent(counters, saved);
  await browser.close();
  return refused;
}

/** Three indexes on a full disk. @returns how many were refused with words */
async function refusals(
  { tally }: ScenarioContext,
  { counters, browser, saved, round }: Filling & { browser: CounterBrowser },
): Promise<number> {
  let refused = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    const receipt = await saveOrRefused(counters, browser);
    if (receipt === null) refused += 1;
    else saved.add(receipt);
  }
  if (refused < 3) tally.other(round, `of three indexes on a full disk ${refused} were refused with words`);
  return refused;
}

async function waitUntilSent(counters: BrowserUtility, saved: Set<string>): Promise<void> {
  const allThere = async (): Promise<true | null> =>
    (await counters.missingOnServer(saved)).length === 0 ? true : null;
  await until('all on the server', allThere).catch(() => null); // what is missing is told at the end
}

/** @returns the receipt number of what was saved, null when it was refused with words. @throws when the screen says neither */
async function saveOrRefused(counters: BrowserUtility, browser: CounterBrowser): Promise<string | null> {
  const { clientCode, index } = counters.typing.next();
  await browser.openCustomer(clientCode);
  await browser.type(index);
  const sinceMs = Date.now();
  await browser.page.keyboard.press('Enter');
  const refused = browser.page
    .getByText(words.meter.notSaved['no-space'])
    .waitFor()
    .then(() => null);
  const seen = browser.sightingOf(index, sinceMs).then(({ receipt }) => receipt);
  return Promise.any([refused, seen]);
}

/** The space is looked at again with the next write: the first try may still be refused. */
async function saveWhenThereIsSpace(counters: BrowserUtility, browser: CounterBrowser): Promise<string> {
  for (let tries = 0; tries < 3; tries += 1) {
    const receipt = await saveOrRefused(counters, browser);
    if (receipt !== null) return receipt;
  }
  throw new Error('nothing can be saved although there is space again');
}

interface Quota {
  giveBack(): Promise<void>;
}

/** Leaves the origin a share of what it already uses, until the rest is given back or the browser ends. */
async function takeQuota(page: Page, url: string, share: number): Promise<Quota> {
  const session = await page.context().newCDPSession(page); // kept: the override ends with it
  const { origin } = new URL(url);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.floor(usage * share) });
  return {
    giveBack: async () => {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await session.detach();
    },
  };
}

/** A journal's file runs full in the middle of its work. @returns 1 when it did */
async function fillTheFile({ random, tally }: ScenarioContext, round: number, file: number): Promise<number> {
  const chance = random(round * filesPerRound + file);
  const disk = new FaultyDisk(chance.whole(0, 2 ** 31 - 1));
  const files = [disk.open(), disk.open()] as const;
  const journal = new FileJournal(...files);
  await journal.load();
  const kept: string[] = [];
  const append = async (): Promise<boolean> => {
    const submission = madeSubmission(kept.length + 1);
    await journal.append(submission);
    kept.push(submission.id);
    return true;
  };
  for (let before = chance.whole(1, 6); before > 0; before -= 1) await append();
  disk.arm({ after: chance.whole(0, 1), code: 'ENOSPC' });
  let refused = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    await append().catch((error: unknown) => {
      refused += 1;
      if (!(error instanceof JournalError && error.problem === 'no-space'))
        tally.other(round, `a full disk was told as ${String(error)}`);
    });
  }
  disk.arm(null);
  await append();
  disk.cutPower(chance.whole(0, 2 ** 31 - 1));
  const { submissions } = await new FileJournal(...files).load();
  const found = submissions.map(({ id }) => id);
  for (const id of kept)
    if (!found.includes(id)) tally.lost(round, `${id} was appended and is not in the file`);
  for (const id of found) if (!kept.includes(id)) tally.other(round, `${id} was refused and is in the file`);
  return refused > 0 ? 1 : 0;
}

function madeSubmission(deviceSeq: number) {
  const capturedAt = '2026-11-26T08:00:00.000Z';
  const account = { id: 'account-1', meterId: 'meter-1' };
  return readingSubmission({ device: { id: 'device-1' }, account, index: 231, capturedAt }, { deviceSeq });
}

export const scenario: Scenario = {
  name: 'disk-full',
  proves:
    'the browser’s quota used up (by its own debugging interface) and ENOSPC under the journal’s file: refused with words, what was saved before is intact, and work goes on once there is space. Not a disk that fills under the operating system itself.',
  rounds: 15,
  shortRounds: 2,
  round: 'quota used up in Chromium, and 20 files that run full',
  run,
};
