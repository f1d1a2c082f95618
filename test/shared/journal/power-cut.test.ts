import fc from 'fast-check';
import { expect, test } from 'vitest';
import { powerCutSchedules } from '../../support/power-cut/power-cut-schedules';

test('whatever a power cut or a bad disk leaves, nothing that was said to be saved is missing, doubled or changed', async () => {
  const seed = fc.readConfigureGlobal()?.seed ?? 1;
  const outcome = await powerCutSchedules({ runs: 100, seed });
  expect(outcome.failure).toBeNull();
  expect(outcome).toMatchObject({ rounds: 100, lost: 0, doubled: 0, other: 0 });
  expect(outcome.saved).toBeGreaterThan(100);
});
