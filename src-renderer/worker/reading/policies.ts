import { policyAt } from '../../../shared/metering/windows';
import type { Policy } from '../../../shared/model/policy';
import type { LocalData } from '../db/local-data';

/** Every policy known here: a handful, effective-dated. */
export const knownPolicies = async (local: LocalData): Promise<Policy[]> =>
  (await local.table('policy')?.all()) ?? [];

/** The policy in force at a moment; null before any has arrived. */
export const policyFor = async (local: LocalData, instant: string): Promise<Policy | null> =>
  policyAt(await knownPolicies(local), instant);
