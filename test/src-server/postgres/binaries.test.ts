import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findBinaries } from '../../../src-server/postgres/binaries';

test('the programs npm installed for this machine are found', () => {
  const { initdb, pgCtl } = findBinaries();
  expect([initdb, pgCtl].map((path) => existsSync(path))).toEqual([true, true]);
});

test('a machine without them gets a sentence that says what to do', () => {
  expect(() => findBinaries('sunos', 'sparc')).toThrow(/not installed\. Run `npm install` again/);
});
