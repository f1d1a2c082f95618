import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Lockfile, missingOptional } from '../../scripts/complete-lockfile';

test('package-lock.json names the packages of every platform, so that `npm ci` takes it', () => {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  expect(
    [...missingOptional(lockfile).keys()],
    'Run `npx tsx scripts/complete-lockfile.ts` and commit package-lock.json.',
  ).toEqual([]);
});
