import { migrate } from '../../../src-server/db/migrate';
import { prepareDemo } from '../../../src-server/demo/prepare-demo';
import { startEmbeddedPostgres } from '../../support/embedded-postgres';
import { makeTemplate } from '../../support/template-databases';

/** Tells the tests' processes where the PostgreSQL is that they share. */
const variable = 'GHISEU_E2E_POSTGRES';

export function sharedPostgresUrl(): string {
  const url = process.env[variable];
  if (!url) throw new Error('No PostgreSQL was started: is shared-postgres.ts the globalSetup?');
  return url;
}

/**
 * One PostgreSQL for the whole run with the demo's small utility as a template: Playwright's `globalSetup`. Each server of a
 * test has a copy of its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const { target, stop } = await startEmbeddedPostgres();
  await makeTemplate(target.url, 'demo', async (database) => {
    await migrate(database.pool);
    await prepareDemo(database, demoWishes());
  });
  process.env[variable] = target.url;
  return stop;
}

export const demoWishes = () => ({
  accounts: 150,
  seed: 7,
  strictWindow: false,
  now: new Date().toISOString(),
});
