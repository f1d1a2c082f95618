import { demoPolicy } from '../../../src-server/demo/demo-policy';
import type { DemoPlan } from '../../../src-server/demo/demo-utility';

export const november = '2026-11-22T10:00:00.000Z';

export const demoPlan = (plan: Partial<DemoPlan> & { strictWindow?: boolean } = {}): DemoPlan => {
  const { now = november, strictWindow = false, ...rest } = plan;
  return { accounts: 200, seed: 1, now, policy: demoPolicy(now, strictWindow), ...rest };
};
