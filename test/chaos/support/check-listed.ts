import { setTimeout as pause } from 'node:timers/promises';
import type { CounterBrowser } from './counter-browser';
import type { ScenarioContext } from './scenario';

const dayOf = (ms: number): string =>
  new Date(ms).toLocaleDateString('en-CA', { timeZone: 'Europe/Bucharest' });

/** Everything seen as saved today is in the list after the restart, with or without a server. */
export async function checkListed(
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
