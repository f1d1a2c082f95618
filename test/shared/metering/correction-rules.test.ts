import { expect, test } from 'vitest';
import { type CorrectionFacts, checkCorrection } from '../../../shared/metering/correction-rules';
import type { PeriodReading } from '../../../shared/model/account';

const reading = (period: string, index: number, source: PeriodReading['source'] = 'customer') => ({
  period,
  index,
  source,
  capturedAt: `${period}-26T08:00:00.000Z`,
  submissionId: `reading-${period}`,
});

const facts = (over: Partial<CorrectionFacts> = {}): CorrectionFacts => ({
  entry: '1240',
  period: '2026-10',
  recordedIn: '2026-12',
  meter: { digits: 5, installedOn: '2020-01-10', initialIndex: 0 },
  standing: [reading('2026-11', 1250), reading('2026-10', 1234), reading('2026-09', 1220)],
  capturedAt: '2026-12-03T08:00:00.000Z',
  arrival: null,
  ...over,
});

test('a value between its neighbours needs no confirmation, its own month’s reading notwithstanding', () => {
  expect(checkCorrection(facts())).toEqual([]);
  expect(checkCorrection(facts({ entry: 1221 }))).toEqual([]);
});

test('a value out of order is asked about, never refused', () => {
  expect(checkCorrection(facts({ entry: '1219' }))).toEqual([
    { code: 'correction-below-previous', previousIndex: 1220, previousPeriod: '2026-09' },
  ]);
  expect(checkCorrection(facts({ entry: '1251' }))).toEqual([
    { code: 'correction-above-next', nextIndex: 1250, nextPeriod: '2026-11' },
  ]);
});

test('below an estimate but not below the last read index says so', () => {
  const standing = [reading('2026-09', 1260, 'estimate'), reading('2026-08', 1200)];
  expect(checkCorrection(facts({ standing }))).toEqual([
    { code: 'below-estimate', estimatedIndex: 1260, lastActualIndex: 1200 },
  ]);
});

test('the first month is compared with the index at installation', () => {
  const meter = { digits: 5, installedOn: '2026-10-02', initialIndex: 12 };
  expect(checkCorrection(facts({ meter, standing: [], entry: '11' }))).toEqual([
    { code: 'correction-below-previous', previousIndex: 12, previousPeriod: null },
  ]);
});

test.each([
  ['', 'index-missing'],
  ['12,5', 'index-not-whole'],
  ['100000', 'index-too-long'],
])('%j is no index of this register', (entry, code) => {
  expect(checkCorrection(facts({ entry }))[0]?.code).toBe(code);
});

test('a month that has not begun has no value, unless its window was opened early', () => {
  expect(checkCorrection(facts({ period: '2027-01' }))[0]?.code).toBe('correction-period');
  expect(checkCorrection(facts({ period: '2019-12', entry: '0' }))[0]?.code).toBe('correction-period');
  const standing = [reading('2027-01', 1270), ...facts().standing];
  expect(checkCorrection(facts({ period: '2027-01', entry: '1272', standing }))).toEqual([]);
});

test('a time that has not come is refused where it arrives', () => {
  const arrival = { receivedAt: '2026-12-03T07:50:00.000Z' };
  expect(checkCorrection(facts({ arrival }))).toEqual([{ code: 'captured-ahead', aheadMs: 600_000 }]);
});
