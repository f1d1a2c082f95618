import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { errorWithoutValues } from '../../src-server/logger';

test('a statement that failed is logged with its text and its reason, without its values', () => {
  const reason = Object.assign(new Error('deadlock detected'), {
    code: '40P01',
    detail: 'Key (phone)=(0722123456)',
  });
  const failed = new DrizzleQueryError('update accounts set phone = $1', ['0722123456'], reason);
  const logged = errorWithoutValues(new Error('The row was not decided.', { cause: failed }));
  expect(JSON.stringify(logged)).not.toContain('0722123456');
  expect(logged).toMatchObject({
    message: 'The row was not decided.',
    cause: {
      message: 'Failed query: update accounts set phone = $1',
      cause: { code: '40P01', message: 'deadlock detected' },
    },
  });
  expect(logged.stack).toMatch(/^The row was not decided.\n {4}at /);
});
