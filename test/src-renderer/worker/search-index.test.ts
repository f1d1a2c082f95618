import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../shared/search/fold';
import { SearchIndex } from '../../../src-renderer/worker/search/search-index';
import { accountDocument } from '../../support/documents';

const named = (number: number, holderName: string) => accountDocument(number, { holderName });

function indexOf(...names: string[]): SearchIndex {
  const index = new SearchIndex();
  index.put(names.map((name, place) => named(place + 1, name)));
  index.complete();
  return index;
}

test.each(['țăranu', 'ţăranu', 'taranu', 'TARANU ștefan', 'stefan taranu', 'şte ta'])(
  '%s finds Țăranu Ștefan',
  (text) => {
    expect(indexOf('Popescu Ion', 'Țăranu Ștefan').find(text, 10).ids).toEqual(['account-2']);
  },
);

test('an account is found by name, address, locality, client code and serial at once', () => {
  const index = indexOf('Popescu Ion', 'Țăranu Ștefan');
  expect(index.find('taranu minerului petrosani 1000002 ws-10002', 10).ids).toEqual(['account-2']);
  expect(index.find('taranu ws-10001', 10).ids).toEqual([]);
});

test('the exact code comes first, then names that begin so, then starts of words, then the rest', () => {
  const index = new SearchIndex();
  index.put([
    named(1, 'Mariana Dobre'),
    named(2, 'Dobre Ana'),
    named(3, 'Anastasiu Ion'),
    accountDocument(4, { holderName: 'Zidaru Ion', clientCode: 'ana' }),
    accountDocument(5, { holderName: 'Alexe Ion', clientCode: 'A7' }),
  ]);
  index.complete();
  expect(index.find('ana', 10).ids).toEqual(['account-3', 'account-2', 'account-4', 'account-1']);
  index.put([accountDocument(6, { holderName: 'A7B Serv' }), accountDocument(7, { clientCode: 'a7b' })]);
  expect(index.find('A7B', 10).ids).toEqual(['account-7', 'account-6']);
});

test('a letter or two find the words that begin so', () => {
  expect(indexOf('Pop Ana', 'Ban Zoe').find('an', 10).ids).toEqual(['account-1']);
});

test('names are in the order of the alphabet and more than the limit is said', () => {
  const index = indexOf('Pop Zoe', 'Pop Ana', 'Pop Ion');
  expect(index.find('pop', 2)).toEqual({ ids: ['account-2', 'account-3'], more: true });
  expect(index.find('pop', 3)).toEqual({ ids: ['account-2', 'account-3', 'account-1'], more: false });
});

test('a renamed account is found by its new name only, a removed one no more', () => {
  const index = indexOf('Popescu Ion', 'Țăranu Ștefan', 'Dobre Ana');
  index.put([named(1, 'Ionescu Ion')]);
  index.remove('account-3');
  expect(index.find('popescu', 10).ids).toEqual([]);
  expect(index.find('ionescu', 10).ids).toEqual(['account-1']);
  expect(index.find('dobre', 10).ids).toEqual([]);
  expect(index.find('taranu', 10).ids).toEqual(['account-2']);
});

test('after any writes and removals a search finds what a plain filter finds', () => {
  const name = fc.constantFrom('Pop Ana', 'Popa Ion', 'Țăranu Ana', 'Dobre Ștefan', 'Stan Zoe');
  const step = fc.record({ number: fc.integer({ min: 1, max: 8 }), name: fc.option(name, { nil: null }) });
  const text = fc.constantFrom('pop', 'opa', 'tef ana', 'ștefan', 'ta ana', 'zoe', '1000003', 'minerului');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), text, (steps, sought) => {
      const index = new SearchIndex();
      const plain = new Map<string, string>();
      for (const { number, name: holderName } of steps) {
        const account = named(number, holderName ?? '');
        if (holderName === null) index.remove(account.id);
        else index.put([account]);
        const { clientCode, serviceAddress, locality, meters } = account;
        const words = [holderName ?? '', serviceAddress, locality, clientCode, meters[0]?.serial].join(' ');
        if (holderName === null) plain.delete(account.id);
        else plain.set(account.id, fold(words));
      }
      index.complete();
      const terms = fold(sought).split(' ');
      const expected = [...plain].filter(([, words]) => terms.every((term) => words.includes(term)));
      expect(new Set(index.find(sought, 100).ids)).toEqual(new Set(expected.map(([id]) => id)));
    }),
  );
});
