import { policyAt } from '../../shared/metering/windows';
import type { Policy } from '../../shared/model/policy';
import { recordChanges } from '../changes/record-changes';
import type { Database } from '../db/connect';
import { policies } from '../db/schema/policies';
import { serverState } from '../db/schema/server-state';
import { inTransaction } from '../db/transaction';
import { readPolicies } from '../policy/read-policies';
import { type DemoCustomers, demoCustomers } from './demo-customers';
import { demoDevices, saveDemoDevices } from './demo-devices';
import { demoPolicy, monthlyWindow } from './demo-policy';
import { fillDemo } from './fill-demo';

export interface DemoWishes {
  accounts: number;
  seed: number;
  strictWindow: boolean;
  now: string;
  /** Of the simulated card terminal beside the kiosk. */
  terminalAddress?: string | null;
  onProgress?: (accounts: number) => void;
}

export interface PreparedDemo {
  /** Accounts of the utility that is there: after the first start what was wished then. */
  accounts: number;
  seed: number;
  filled: boolean;
  /** Whom to be at its kiosk. */
  customers: DemoCustomers;
}

/** Makes the demo's utility on the first start; on later ones keeps it and only lets the window follow the wish. */
export async function prepareDemo(database: Database, wishes: DemoWishes): Promise<PreparedDemo> {
  const { accounts, seed, now, strictWindow, terminalAddress = null } = wishes;
  const known = await knownDemo(database);
  if (known) await followWindow(database, wishes);
  else await fillDemo(database, { ...wishes, policy: demoPolicy(now, strictWindow) });
  await saveDemoDevices(database.db, { now, terminalAddress });
  const kiosk = demoDevices.find(({ surface }) => surface === 'self-service');
  const customers = await demoCustomers(database.db, kiosk?.officeIds[0] ?? '');
  return { accounts, seed, ...known, filled: known === null, customers };
}

async function knownDemo(database: Database): Promise<{ accounts: number; seed: number } | null> {
  const [state] = await database.db.select({ demo: serverState.demo }).from(serverState);
  if (!state?.demo) return null;
  const { accounts, seed } = state.demo as { accounts: number; seed: number };
  return { accounts, seed };
}

/** A policy is never edited: a changed window is a new one, in force from now. */
async function followWindow(database: Database, { now, strictWindow }: DemoWishes): Promise<void> {
  const added = await inTransaction(database.db, async (tx) => {
    const known = await readPolicies(tx);
    const current = policyAt(known, now);
    const wanted = monthlyWindow(strictWindow);
    if (!current || current.monthlyWindow?.fromDay === wanted.fromDay) return false;
    const id = `policy-${known.length + 1}`;
    const content: Policy = { ...current, id, effectiveFrom: now, monthlyWindow: wanted };
    await tx.insert(policies).values({ id, effectiveFrom: now, content });
    await recordChanges(tx, [{ scope: 'policy', collection: 'policy', documentId: id }]);
    return true;
  });
  if (added) database.announce();
}
