import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../../shared/model/account';
import { fold } from '../../../shared/search/fold';
import { SearchIndex } from '../../../src-renderer/worker/search/search-index';
import { accountDocument } from '../../support/documents';

const named = (number: number, holderName: string) => accountDocument(number, { holderName });

async function indexOf(...names: string[]): Promise<SearchIndex> {
  const index = new SearchIndex();
  index.put(names.map((name, place) => named(place + 1, name)));
  await index.complete();
  return index;
}

test.each(['țăranu', 'ţăranu', 'taranu', 'TARANU ștefan', 'stefan taranu', 'şte ta'])(
  '%s finds Țăranu Ștefan',
  async (text) => {
    expect((await indexOf('Popescu Ion', 'Țăranu Ștefan')).find(text, 10).ids).toEqual(['account-2']);
  },
);

test('an account is found by name, address, locality, client code and serial at once', async () => {
  const index = await indexOf('Popescu Ion', 'Țăranu Ștefan');
  expect(index.find('taranu minerului petrosani 1000002 ws-10002', 10).ids).toEqual(['account-2']);
  expect(index.find('taranu ws-10001', 10).ids).toEqual([]);
});

test('the exact code comes first, then names that begin so, then starts of words, then the rest', async () => {
  const index = new SearchIndex();
  index.put([
    named(1, 'Mariana Dobre'),
    named(2, 'Dobre Ana'),
    named(3, 'Anastasiu Ion'),
    accountDocument(4, { holderName: 'Zidaru Ion', clientCode: 'ana' }),
    accountDocument(5, { holderName: 'Alexe Ion', clientCode: 'A7' }),
  ]);
  await index.complete();
  expect(index.find('ana', 10).ids).toEqual(['account-3', 'account-2', 'account-4', 'account-1']);
  index.put([accountDocument(6, { holderName: 'A7B Serv' }), accountDocument(7, { clientCode: 'a7b' })]);
  expect(index.find('A7B', 10).ids).toEqual(['account-7', 'account-6']);
});

test('a letter or two find the words that begin so', async () => {
  expect((await indexOf('Pop Ana', 'Ban Zoe')).find('an', 10).ids).toEqual(['account-1']);
});

test('names are in the order of the alphabet and more than the limit is said', async () => {
  const index = await indexOf('Pop Zoe', 'Pop Ana', 'Pop Ion');
  expect(index.find('pop', 2)).toEqual({ ids: ['account-2', 'account-3'], more: true });
  expect(index.find('pop', 3)).toEqual({ ids: ['account-2', 'account-3', 'account-1'], more: false });
});

test('a renamed account is found by its new name only, a removed one no more', async () => {
  const index = await indexOf('Popescu Ion', 'Țăranu Ștefan', 'Dobre Ana');
  index.put([named(1, 'Ionescu Ion')]);
  index.remove('account-3');
  expect(index.find('popescu', 10).ids).toEqual([]);
  expect(index.find('ionescu', 10).ids).toEqual(['account-1']);
  expect(index.find('dobre', 10).ids).toEqual([]);
  expect(index.find('taranu', 10).ids).toEqual(['account-2']);
});

test('a search goes on while changes are settled, and what changes meanwhile is not lost', async () => {
  let gate = Promise.resolve();
  let open = (): void => undefined;
  const index = new SearchIndex(() => gate); // between two steps
  index.put(Array.from({ length: 900 }, (_, place) => named(place, `Pop ${place}`)));
  await index.complete();
  gate = new Promise((resolve) => {
    open = resolve;
  });
  index.put(Array.from({ length: 1_100 }, (_, place) => named(place, `Dobre ${place}`)));
  index.put([named(3, 'Stan Zoe')]);
  index.remove('account-4');
  expect(index.find('dobre 1099', 1).ids).toEqual(['account-1099']);
  expect(index.find('zoe', 10).ids).toEqual(['account-3']);
  open();
  await new Promise((resolve) => setImmediate(resolve)); // every step that waited
  expect(index.find('zoe', 10).ids).toEqual(['account-3']);
  expect(index.find('dobre 4', 2_000).ids).not.toContain('account-4');
  expect(index.find('pop', 10).ids).toEqual([]);
});

const holder = fc.constantFrom(
  'Pop Ana',
  'Popa Ion',
  'Țăranu Ana',
  'Dobre Ștefan',
  'Stan Zoe',
  'Ana 1000003',
  '',
);
const change = fc.record({
  number: fc.integer({ min: 1, max: 8 }),
  name: fc.option(holder, { nil: null }), // null: the account is removed
  settled: fc.boolean(), // afterwards
});
const term = fc.constantFrom(
  'pop',
  'opa',
  'a',
  'an',
  'ștefan',
  'str.',
  'ws-1000',
  '1000003',
  '3',
  'ws-10003',
  'z',
);

test('after any changes a search finds what a scan of every account finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 30 }),
      fc.array(term, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 9 }),
      async (changes, terms, limit) => {
        const index = new SearchIndex();
        const accounts = new Map<string, Account>();
        for (const { number, name, settled } of changes) {
          const account = named(number, name ?? '');
          if (name === null) index.remove(account.id);
          else index.put([account]);
          if (name === null) accounts.delete(account.id);
          else accounts.set(account.id, account);
          if (settled) await index.complete();
        }
        const text = terms.join(' ');
        expect(index.find(text, limit)).toEqual(scan([...accounts.values()], text, limit));
      },
    ),
  );
});

/** The rules of the search, one account after the other. */
function scan(accounts: Account[], typed: string, limit: number) {
  const text = fold(typed);
  const terms = text.split(' ');
  const numbers = terms.filter((one) => /\d/.test(one));
  const leading = (numbers.length > 0 ? numbers : terms).reduce((a, b) => (b.length > a.length ? b : a));
  const found = accounts.flatMap((account) => {
    const codes = [account.clientCode, ...account.meters.map(({ serial }) => serial)].map(fold);
    const line = ` ${fold(account.holderName)} ${fold(`${account.serviceAddress} ${account.locality}`)} ${codes.join(' ')}`;
    const ranks = [
      /\d/.test(text) && text.length > 2 && codes.includes(text),
      line.startsWith(` ${text}`),
      terms.every((one) => line.includes(` ${one}`)),
      terms.every((one) => line.includes(one === leading && one.length < 3 ? ` ${one}` : one)),
    ];
    return ranks.includes(true) ? [{ id: account.id, key: `${ranks.indexOf(true)}${line}` }] : [];
  });
  const ids = found.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
  return { ids: ids.slice(0, limit), more: ids.length > limit };
}
