import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { connect, type Database } from '../../src-server/db/connect';
import { migrate } from '../../src-server/db/migrate';
import { fillWorld } from './world';

/** What a test's database is a copy of; copying is several times quicker than making. */
export type Template = 'migrated' | 'world' | 'demo';

const templateName = (template: Template): string => `template_${template}`;

/** Makes the templates of one PostgreSQL. @param url of its database for administration */
export async function makeTemplates(url: string): Promise<void> {
  await makeTemplate(url, 'migrated', ({ pool }) => migrate(pool));
  await makeTemplate(url, 'world', async (database) => {
    await migrate(database.pool);
    await fillWorld(database);
  });
}

export async function makeTemplate(
  url: string,
  template: Template,
  fill: (database: Database) => Promise<unknown>,
): Promise<void> {
  await administer(url, `create database ${templateName(template)}`);
  const database = connect(databaseUrl(url, templateName(template)));
  await fill(database);
  await database.close();
}

export interface NewDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A new database on the same PostgreSQL, a copy of the template where one is named. */
export async function newDatabase(url: string, template?: Template): Promise<NewDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name}${template ? ` template ${templateName(template)}` : ''}`);
  return { url: databaseUrl(url, name), drop: () => administer(url, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
