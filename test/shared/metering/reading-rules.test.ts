import { describe, expect, test } from 'vitest';
import type { ReadingFacts } from '../../../shared/metering/reading-facts';
import { checkReading } from '../../../shared/metering/reading-rules';
import { gateOf, outcomeOf } from '../../../shared/metering/severity';
import { facts, policy, reading } from './facts';

const codes = (over: Partial<ReadingFacts>) => checkReading(facts(over)).map(({ code }) => code);
const house = facts().account;
const meter = facts().meter;

test('an ordinary index in the window has nothing said about it', () => {
  expect(checkReading(facts())).toEqual([]);
});

describe('who may send', () => {
  test.each([
    [
      'a flat with a staircase meter',
      { account: { ...house, dwelling: 'apartment' } },
      'apartment-not-eligible',
    ],
    ['a closed account', { account: { ...house, status: 'closed' } }, 'account-closed'],
    ['a removed meter', { meter: { ...meter, status: 'removed' } }, 'meter-removed'],
    ['a meter read by radio', { meter: { ...meter, remote: true } }, 'meter-remote'],
  ] as const)('%s is refused', (_, over, code) => {
    expect(codes(over)).toEqual([code]);
    expect(gateOf(checkReading(facts(over)))).toBe('blocked');
  });
});

describe('the entry itself', () => {
  test.each([
    ['', 'index-missing'],
    ['   ', 'index-missing'],
    ['12,5', 'index-not-whole'],
    ['12.5', 'index-not-whole'],
    ['-3', 'index-not-whole'],
    ['abc', 'index-not-whole'],
    ['100000', 'index-too-long'],
  ])('%j is answered by %s', (entry, code) => {
    expect(codes({ entry })).toEqual([code]);
  });
  test('leading zeros as they stand on the register are read', () => {
    expect(codes({ entry: '01250' })).toEqual([]);
  });
});

describe('below the previous index', () => {
  test('is not right, and the previous index is named with its month', () => {
    expect(checkReading(facts({ entry: '1233' }))).toEqual([
      { code: 'index-below-previous', period: '2026-11', previousIndex: 1234, previousPeriod: '2026-10' },
    ]);
  });
  test('a value sent earlier in the same window is not the previous index', () => {
    const standing = [reading('2026-11', 1300), reading('2026-10', 1234)];
    expect(codes({ entry: '1250', standing })).toEqual(['already-sent']);
  });
  test('without any reading the index at installation counts', () => {
    const fresh = { ...meter, initialIndex: 40, installedOn: '2026-10-10', usualM3: null };
    expect(checkReading(facts({ entry: '39', standing: [], meter: fresh }))).toEqual([
      { code: 'index-below-previous', period: '2026-11', previousIndex: 40, previousPeriod: null },
    ]);
  });
  test('but not below the last actual one, an estimate was too high: asked, not refused', () => {
    const standing = [reading('2026-10', 1260, { source: 'estimate' }), reading('2026-09', 1220)];
    expect(checkReading(facts({ entry: '1250', standing }))).toEqual([
      { code: 'below-estimate', estimatedIndex: 1260, lastActualIndex: 1220 },
    ]);
    expect(codes({ entry: '1219', standing })).toEqual(['index-below-previous']);
  });
});

describe('a dial that passed its highest number', () => {
  const standing = [reading('2026-10', 99_990), reading('2026-09', 99_976)];
  test('asks staff and stops customers', () => {
    expect(gateOf(checkReading(facts({ entry: '4', standing, byStaff: true })))).toBe('to-confirm');
    expect(gateOf(checkReading(facts({ entry: '4', standing, byStaff: false })))).toBe('blocked');
    expect(checkReading(facts({ entry: '4', standing }))).toEqual([
      { code: 'register-rolled-over', previousIndex: 99_990, consumptionM3: 14, byStaff: true },
    ]);
  });
  test('is not believed when the water used would be unusual', () => {
    expect(codes({ entry: '40', standing })).toEqual(['index-below-previous']); // 50 m³, limit 3 × 14
  });
  test('is not believed below nine tenths of the register', () => {
    expect(codes({ entry: '4', standing: [reading('2026-10', 89_999)] })).toEqual(['index-below-previous']);
  });
});

describe('unusual consumption', () => {
  test('above three times usual is asked about, with the numbers', () => {
    expect(codes({ entry: '1276' })).toEqual([]); // 42 m³ = 3 × 14
    expect(checkReading(facts({ entry: '1277' }))).toEqual([
      { code: 'consumption-high', index: 1277, consumptionM3: 43, usualM3: 14 },
    ]);
  });
  test('counts each month since the previous reading', () => {
    expect(codes({ entry: '1304', standing: [reading('2026-09', 1220)] })).toEqual([]); // 84 m³ in two months
    expect(codes({ entry: '1305', standing: [reading('2026-09', 1220)] })).toEqual(['consumption-high']);
  });
  test('is never asked about below the floor', () => {
    const thrifty = { ...meter, usualM3: 1 };
    expect(codes({ entry: '1244', meter: thrifty })).toEqual([]);
    expect(codes({ entry: '1245', meter: thrifty })).toEqual(['consumption-high']);
  });
  test('no water used is asked about where some usually is', () => {
    expect(codes({ entry: '1234' })).toEqual(['consumption-zero']);
    expect(codes({ entry: '1234', meter: { ...meter, usualM3: 0 } })).toEqual([]);
    expect(codes({ entry: '1234', meter: { ...meter, usualM3: null } })).toEqual([]);
  });
});

describe('on arrival', () => {
  const arrival = { receivedAt: '2026-11-26T08:00:01.000Z', billedPeriods: [], previousContactAt: null };
  const held = (over: Partial<ReadingFacts>) =>
    outcomeOf(checkReading(facts({ arrival, ...over })), []).outcome;

  test('an index above a later month’s is held', () => {
    const standing = [reading('2026-12', 1240), reading('2026-10', 1234)];
    expect(codes({ arrival, standing })).toEqual(['index-above-next']);
    expect(held({ standing })).toBe('held');
  });
  test('an index of a billed month is held', () => {
    expect(held({ arrival: { ...arrival, billedPeriods: ['2026-11'] } })).toBe('held');
  });
  test('an index more than ten days late is held, one ten days late is not', () => {
    expect(held({ arrival: { ...arrival, receivedAt: '2026-12-06T08:00:00.000Z' } })).toBe('accepted');
    expect(held({ arrival: { ...arrival, receivedAt: '2026-12-06T08:00:00.001Z' } })).toBe('held');
  });
  test('a time more than two minutes ahead is refused', () => {
    expect(held({ arrival: { ...arrival, receivedAt: '2026-11-26T07:58:00.000Z' } })).toBe('accepted');
    expect(held({ arrival: { ...arrival, receivedAt: '2026-11-26T07:57:59.999Z' } })).toBe('refused');
  });
  test('a time before the device’s previous contact is marked and accepted for review', () => {
    const findings = checkReading(
      facts({ arrival: { ...arrival, previousContactAt: '2026-11-26T08:00:00.500Z' } }),
    );
    expect(findings.map(({ code }) => code)).toEqual(['late-after-contact']);
    expect(outcomeOf(findings, [])).toEqual({ outcome: 'accepted', review: true });
  });
  test('the unusual that nobody confirmed is accepted for review', () => {
    const findings = checkReading(facts({ arrival, entry: 1277 }));
    expect(outcomeOf(findings, [])).toEqual({ outcome: 'accepted', review: true });
    expect(outcomeOf(findings, ['consumption-high'])).toEqual({ outcome: 'accepted', review: false });
  });
});

describe('a clock nobody can vouch for', () => {
  const clock = facts().clock;
  test('before the first contact, or long after one when the machine was restarted', () => {
    expect(codes({ clock: { ...clock, offsetMs: null, offsetAgeMs: null } })).toEqual(['clock-unsure']);
    expect(codes({ clock: { ...clock, restarted: true, offsetAgeMs: 73 * 3_600_000 } })).toEqual([
      'clock-unsure',
    ]);
    expect(codes({ clock: { ...clock, restarted: true, offsetAgeMs: 71 * 3_600_000 } })).toEqual([]);
    expect(codes({ clock: { ...clock, restarted: false, offsetAgeMs: 730 * 3_600_000 } })).toEqual([]);
  });
  test('only informs on a device', () => {
    expect(gateOf(checkReading(facts({ clock: { ...clock, offsetMs: null } })))).toBe('clear');
  });
});

test('outside every window the next one is named', () => {
  expect(checkReading(facts({ capturedAt: '2026-11-20T08:00:00.000Z' }))).toEqual([
    { code: 'window-closed', nextFrom: '2026-11-25', nextTo: '2026-11-30' },
  ]);
  const never = { ...policy, monthlyWindow: null };
  expect(checkReading(facts({ policy: never }))).toEqual([
    { code: 'window-closed', nextFrom: null, nextTo: null },
  ]);
});
