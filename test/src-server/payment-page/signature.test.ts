import { expect, test } from 'vitest';
import { isFresh, isSigned, sign, takenSignatures } from '../../../src-server/payment-page/signature';

const timestamp = '2026-11-26T08:00:00.000Z';
const nowMs = Date.parse(timestamp);

test('a signature holds for its key, its moment and its body alone', () => {
  const body = '{"reference":"1"}';
  const signature = sign('key', timestamp, body);
  expect(signature).toMatch(/^[0-9a-f]{64}$/);
  expect(isSigned('key', { timestamp, signature, body })).toBe(true);
  expect(isSigned('key', { timestamp, signature: signature.toUpperCase(), body })).toBe(true);
  expect(isSigned('other', { timestamp, signature, body })).toBe(false);
  expect(isSigned('key', { timestamp: '2026-11-26T08:00:00.001Z', signature, body })).toBe(false);
  expect(isSigned('key', { timestamp, signature, body: `${body} ` })).toBe(false);
  for (const wrong of ['', 'ș', signature.slice(2), `${signature}00`])
    expect(isSigned('key', { timestamp, signature: wrong, body })).toBe(false);
});

test('a message is fresh for five minutes, to both sides of now', () => {
  for (const [instant, fresh] of [
    [timestamp, true],
    ['2026-11-26T07:55:00.000Z', true],
    ['2026-11-26T07:54:59.999Z', false],
    ['2026-11-26T08:05:00.000Z', true],
    ['2026-11-26T08:05:00.001Z', false],
    ['yesterday', false],
    ['', false],
  ] as const)
    expect(isFresh(instant, nowMs), instant).toBe(fresh);
});

test('a signature that was taken is remembered as long as it could be fresh', () => {
  const taken = takenSignatures();
  taken.add('aa', nowMs);
  expect([taken.has('aa'), taken.has('AA'), taken.has('bb')]).toEqual([true, true, false]);
  taken.add('bb', nowMs + 10 * 60_000);
  expect(taken.has('aa')).toBe(true);
  taken.add('cc', nowMs + 10 * 60_000 + 1);
  expect([taken.has('aa'), taken.has('bb')]).toEqual([false, true]);
});
