import type { TestProject } from 'vitest/node';
import { startDebianPostgres } from './debian-postgres';
import { startEmbeddedPostgres } from './embedded-postgres';
import { makeTemplates } from './template-databases';

/** A PostgreSQL that tests may make databases on. */
export interface PostgresTarget {
  name: string;
  url: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The product's own embedded PostgreSQL first; then another one, where there is one. */
    postgresTargets: PostgresTarget[];
  }
}

async function secondTarget(): Promise<{ target: PostgresTarget; stop: () => Promise<void> } | null> {
  const url = process.env.GHISEU_TEST_DATABASE_URL;
  if (url) return { target: { name: 'GHISEU_TEST_DATABASE_URL', url }, stop: async () => undefined };
  return startDebianPostgres();
}

/** One PostgreSQL for the whole run: vitest's `globalSetup`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await startEmbeddedPostgres();
  const second = await secondTarget();
  if (!second) {
    console.log(
      'The contract tests run against the embedded PostgreSQL only: no other one is installed and GHISEU_TEST_DATABASE_URL is not set.',
    );
  }
  const targets = [embedded.target, ...(second ? [second.target] : [])];
  await Promise.all(targets.map(({ url }) => makeTemplates(url)));
  project.provide('postgresTargets', targets);
  return async () => {
    await Promise.all([embedded.stop(), second?.stop()]);
  };
}
