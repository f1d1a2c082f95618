import { policyAt } from '../../../shared/metering/windows';
import type { Policy } from '../../../shared/model/policy';
import type { LocalData } from '../db/local-data';
import type { Table } from '../db/table';

/** Read once from each cache and again after a change: every judgement asks for them. */
const read = new WeakMap<Table<Policy>, Promise<Policy[]>>();
const followed = new WeakSet<Table<Policy>>();

/** Every policy known here: a handful, effective-dated. */
export async function knownPolicies(local: LocalData): Promise<Policy[]> {
  const table = local.table('policy');
  if (!table) return [];
  if (!followed.has(table)) {
    followed.add(table);
    table.changes$.subscribe(() => read.delete(table));
  }
  const policies = read.get(table) ?? table.all();
  read.set(table, policies);
  policies.catch(() => read.delete(table));
  return policies;
}

/** The policy in force at a moment; null before any has arrived. */
export const policyFor = async (local: LocalData, instant: string): Promise<Policy | null> =>
  policyAt(await knownPolicies(local), instant);

const utilityTimeZone = 'Europe/Bucharest'; // until the policy, which says it, has arrived

/** The time zone in which days are counted. */
export const timeZoneFor = async (local: LocalData, instant: string): Promise<string> =>
  (await policyFor(local, instant))?.timeZone ?? utilityTimeZone;
