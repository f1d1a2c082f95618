import { Client } from 'pg';
import { connect, type Database } from '../../src-server/db/connect';
import { migrate } from '../../src-server/db/migrate';
import { fillWorld } from './world';

/** What a test's database is a copy of; copying is several times quicker than making. */
export type Template = 'migrated' | 'world';

export const templateName = (template: Template): string => `template_${template}`;

/** Makes the templates of one PostgreSQL. @param url of its database for administration */
export async function makeTemplates(url: string): Promise<void> {
  await makeTemplate(url, 'migrated', ({ pool }) => migrate(pool));
  await makeTemplate(url, 'world', async (database) => {
    await migrate(database.pool);
    await fillWorld(database);
  });
}

async function makeTemplate(url: string, template: Template, fill: (database: Database) => Promise<unknown>) {
  await administer(url, `create database ${templateName(template)}`);
  const database = connect(databaseUrl(url, templateName(template)));
  await fill(database);
  await database.close();
}

export async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
