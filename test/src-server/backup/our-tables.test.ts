import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ourTables } from '../../../src-server/backup/our-tables';

const described = 'src-server/db/migrations/meta';

test('a backup takes every table that the migrations make', () => {
  const latest = readdirSync(described)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const { tables } = JSON.parse(readFileSync(join(described, latest ?? ''), 'utf8'));
  const made = Object.keys(tables).map((name) => name.replace('public.', ''));
  expect([...ourTables].sort()).toEqual(made.sort());
});
