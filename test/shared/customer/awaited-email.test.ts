import { expect, test } from 'vitest';
import { awaitedEmail } from '../../../shared/customer/awaited-email';

test('an address waits until its link ends, and not at that very moment', () => {
  const unconfirmed = { email: 'altul@posta.example', linkEndsAt: '2026-12-03T08:00:00.000Z' };
  expect(awaitedEmail(unconfirmed, '2026-12-03T07:59:59.999Z')).toBe('altul@posta.example');
  expect(awaitedEmail(unconfirmed, '2026-12-03T08:00:00.000Z')).toBeNull();
  expect(awaitedEmail(null, '2026-12-03T07:59:59.999Z')).toBeNull();
});
