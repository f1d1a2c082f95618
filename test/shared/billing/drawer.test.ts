import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDrawer, type DrawerEvent, drawerOf, isOpen } from '../../../shared/billing/drawer';

const opened = (openingBani: number): DrawerEvent => ({ what: 'opened', submissionId: 'open', openingBani });
const closed: DrawerEvent = { what: 'closed', submissionId: 'close' };
const cash = (submissionId: string, amountBani: number): DrawerEvent => ({
  what: 'taken',
  submissionId,
  method: 'cash',
  amountBani,
});
const back = (paymentId: string, amountBani: number): DrawerEvent => ({
  what: 'given-back',
  submissionId: `back-${paymentId}`,
  method: 'cash',
  amountBani,
  paymentId,
});

test('the drawer should hold its opening amount and the cash taken, without what was given back; a card adds nothing', () => {
  const card = { what: 'taken', submissionId: 'c', method: 'card', amountBani: 9_900 } as const;
  const drawer = drawerOf([opened(20_000), cash('a', 5_000), card, cash('b', 7_050), back('a', 5_000)]);
  expect(drawer).toMatchObject({ openedBy: 'open', expectedBani: 27_050 });
  expect(drawer.takings).toEqual([
    { method: 'cash', payments: 2, takenBani: 12_050, reversals: 1, givenBackBani: 5_000 },
    { method: 'card', payments: 1, takenBani: 9_900, reversals: 0, givenBackBani: 0 },
  ]);
});

test('the difference is what was counted less what should be there', () => {
  const drawer = drawerOf([opened(20_000), cash('a', 5_000)]);
  expect(countDrawer(drawer, 24_900)).toMatchObject({ countedBani: 24_900, differenceBani: -100 });
  expect(countDrawer(drawer, 25_000).differenceBani).toBe(0);
});

test('cash taken before the drawer was opened is in it all the same', () => {
  expect(drawerOf([cash('a', 5_000), opened(20_000)]).expectedBani).toBe(25_000);
  expect(drawerOf([cash('a', 5_000)])).toMatchObject({ openedBy: null, openingBani: 0, expectedBani: 5_000 });
});

test('opened again after a closing, it begins anew with what was taken since', () => {
  const morning = [opened(20_000), cash('a', 5_000), closed];
  const noon = [cash('b', 1_000), opened(10_000), cash('c', 300)];
  expect(drawerOf([...morning, ...noon])).toMatchObject({ openingBani: 10_000, expectedBani: 11_300 });
});

test('closed again without an opening, the same drawer is counted again', () => {
  const events = [opened(20_000), cash('a', 5_000), closed, cash('b', 1_000)];
  expect(drawerOf(events)).toMatchObject({ openingBani: 20_000, expectedBani: 26_000 });
});

test('it is open from its opening to the closing', () => {
  expect(isOpen([])).toBe(false);
  expect(isOpen([opened(0), cash('a', 1)])).toBe(true);
  expect(isOpen([opened(0), closed, cash('a', 1)])).toBe(false);
  expect(isOpen([opened(0), closed, opened(0)])).toBe(true);
});

test('the money of one payment goes back once, however often that is written down', () => {
  expect(drawerOf([opened(20_000), cash('a', 5_000), back('a', 5_000), back('a', 5_000)]).expectedBani).toBe(
    20_000,
  );
});

test('wherever in the day it is opened, the drawer expects its opening amount and the sum of the cash', () => {
  const movement = fc.record({
    amountBani: fc.integer({ min: 1, max: 1_000_000 }),
    method: fc.constantFrom('cash' as const, 'card' as const),
    isBack: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(movement), fc.nat(1_000_000), fc.nat(), (movements, openingBani, at) => {
      const events = movements.map(({ amountBani, method, isBack }, place): DrawerEvent => {
        const money = { submissionId: `m${place}`, method, amountBani };
        return isBack
          ? { what: 'given-back', paymentId: `p${place}`, ...money }
          : { what: 'taken', ...money };
      });
      const openedAt = at % (events.length + 1);
      const day = events.toSpliced(openedAt, 0, opened(openingBani));
      const sum = movements
        .filter(({ method }) => method === 'cash')
        .reduce((total, { amountBani, isBack }) => total + (isBack ? -amountBani : amountBani), 0);
      expect(drawerOf(day).expectedBani).toBe(openingBani + sum);
    }),
  );
});
