import { describe, expect, test } from 'vitest';
import {
  checkDecision,
  type DecisionFacts,
  type DecisionTarget,
  decisionOutcome,
  settlingOf,
} from '../../../shared/metering/decision-rules';
import type { Finding } from '../../../shared/metering/finding';

const summary = { period: '2026-11', index: 200, meterId: 'meter-1' };

const targetWith = (
  over: Partial<DecisionTarget> = {},
  verdict: Partial<NonNullable<DecisionTarget['verdict']>> = {},
): DecisionTarget => ({
  kind: 'reading',
  verdict: { outcome: 'refused', review: false, findings: [], summary, ...verdict },
  settled: false,
  registerDigits: 5,
  ...over,
});

const codes = (target: DecisionTarget | null, over: Partial<DecisionFacts> = {}): string[] =>
  checkDecision({ action: 'accept', bySupervisor: true, inScope: true, target, ...over }).map(
    ({ code }) => code,
  );

test('what is held, refused or to be looked at can be accepted and set aside', () => {
  for (const verdict of [
    { outcome: 'held' },
    { outcome: 'refused' },
    { outcome: 'accepted', review: true },
  ] as const) {
    expect(codes(targetWith({}, verdict))).toEqual([]);
    expect(codes(targetWith({}, verdict), { action: 'set-aside' })).toEqual([]);
  }
});

test('only a supervisor of the office decides, only about what is known and open', () => {
  expect(codes(targetWith(), { bySupervisor: false })).toEqual(['actor-not-allowed']);
  expect(codes(targetWith(), { inScope: false })).toEqual(['outside-scope']);
  expect(codes(null)).toEqual(['unknown-submission']);
  expect(codes(targetWith({ settled: true }))).toEqual(['already-settled']);
  expect(codes(targetWith({}, { outcome: 'accepted' }))).toEqual(['already-settled']);
});

test('a form can be let count as long as it is held: once decided, what it asked for is gone', () => {
  for (const kind of ['registration', 'contact-change'] as const) {
    expect(codes(targetWith({ kind }, { outcome: 'held', summary: null }))).toEqual([]);
    expect(codes(targetWith({ kind }, { outcome: 'refused', summary: null }))).toEqual(['not-decidable']);
    expect(codes(targetWith({ kind }, { outcome: 'refused' }), { action: 'set-aside' })).toEqual([]);
  }
});

describe('nobody can let count', () => {
  const fatal: Finding[] = [
    { code: 'unknown-account' },
    { code: 'unknown-meter' },
    { code: 'index-not-whole' },
    { code: 'index-too-long', digits: 5 },
    { code: 'captured-ahead', aheadMs: 600_000 },
    { code: 'malformed' },
    { code: 'id-reused' },
    { code: 'kind-not-served' },
    { code: 'payment-unknown' },
    { code: 'payment-reversed' },
  ];
  test.each(fatal)('what is refused for $code', (finding) => {
    expect(codes(targetWith({}, { findings: [finding] }))).toEqual(['not-decidable']);
    expect(codes(targetWith({}, { findings: [finding] }), { action: 'set-aside' })).toEqual([]);
  });

  test.each([
    ['an index longer than the register', targetWith({}, { summary: { ...summary, index: 100_000 } })],
    ['an index of no month', targetWith({}, { summary: null })],
    ['an index of a meter that is not here', targetWith({ registerDigits: null })],
    ['what the server could not record', targetWith({ verdict: null })],
    [
      'the reversal of a payment that never counted',
      targetWith({ kind: 'payment-reversal' }, { findings: [{ code: 'not-decidable' }] }),
    ],
  ])('%s', (_, target) => {
    expect(codes(target)).toEqual(['not-decidable']);
    expect(codes(target, { action: 'set-aside' })).toEqual([]);
  });
});

test('a decision is settled by no other decision, but one that waits can be set aside', () => {
  expect(codes(targetWith({ kind: 'decision' }), { action: 'set-aside' })).toEqual(['not-decidable']);
  const held = targetWith({ kind: 'decision' }, { outcome: 'held', summary: null });
  expect(codes(held, { action: 'set-aside' })).toEqual([]);
  expect(codes(held)).toEqual(['not-decidable']);
});

test('what is accepted already is looked at, whatever it is', () => {
  const correction = targetWith({ kind: 'reading-correction' }, { outcome: 'accepted', review: true });
  expect(codes(correction)).toEqual([]);
});

test('a decision about what has not arrived is kept; one that may not be made never waits', () => {
  expect(decisionOutcome([], 'accept')).toBe('accepted');
  expect(decisionOutcome([{ code: 'unknown-submission' }], 'accept')).toBe('held');
  expect(decisionOutcome([{ code: 'unknown-submission' }], 'set-aside')).toBe('accepted');
  expect(decisionOutcome([{ code: 'actor-not-allowed' }], 'accept')).toBe('refused');
  expect(decisionOutcome([{ code: 'outside-scope' }], 'accept')).toBe('refused');
});

test('a correction settles what it is sent instead of', () => {
  const submissionId = '019ab000-0000-7000-8000-000000000001';
  const decision = { submissionId, action: 'accept', note: 'verificat' };
  expect(settlingOf({ kind: 'decision', payload: decision })).toMatchObject({
    ...decision,
    corrected: false,
  });
  const correction = { accountId: 'a', meterId: 'm', period: '2026-11', index: 240, note: 'citit' };
  const settling = (settles: string | null) =>
    settlingOf({ kind: 'reading-correction', payload: { ...correction, settles } });
  expect(settling(submissionId)).toEqual({
    submissionId,
    action: 'set-aside',
    corrected: true,
    note: 'citit',
  });
  expect(settling(null)).toBeNull();
  expect(settlingOf({ kind: 'reading', payload: decision })).toBeNull();
});
