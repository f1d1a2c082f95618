import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderProblem, systemCodeOf } from '../../src-server/operator-problem';

const saidOf = (code: string) =>
  folderProblem('/srv/ghiseu', Object.assign(new Error(code), { code }))?.message;

test.each(['EACCES', 'EPERM', 'EROFS', 'ENOENT'])(
  'a folder that may not be written (%s): who can put it right, and how',
  (code) => {
    expect(saidOf(code)).toBe(
      'The data folder /srv/ghiseu cannot be written. Give this user the right to write there, or name another folder with --data.',
    );
  },
);

test.each(['ENOSPC', 'EDQUOT'])('a full disk (%s) is called full', (code) => {
  expect(saidOf(code)).toBe(
    'The disk that holds /srv/ghiseu is full. Free some space, or name a folder on another disk with --data.',
  );
});

test.each(['ENOTDIR', 'EEXIST'])('a file in the place of a folder (%s) is called one', (code) => {
  expect(saidOf(code)).toBe('/srv/ghiseu is a file, or lies inside one. Name a folder with --data.');
});

test('what the operator cannot put right is not explained away', () => {
  for (const code of ['EMFILE', 'EIO', 'EADDRINUSE']) expect(saidOf(code), code).toBeUndefined();
  for (const error of [new Error('EACCES'), 'EACCES', null, { code: 13 }])
    expect(folderProblem('/srv/ghiseu', error)).toBeNull();
});

test.runIf(process.platform === 'linux')(
  'a place that the system forbids to everybody is a forbidden one here',
  () => {
    let met: unknown;
    try {
      mkdirSync('/sys/ghiseu');
    } catch (error) {
      met = error;
    }
    expect(['EPERM', 'EACCES', 'EROFS']).toContain(systemCodeOf(met));
    expect(folderProblem('/sys/ghiseu', met)?.message).toContain('cannot be written');
  },
);
