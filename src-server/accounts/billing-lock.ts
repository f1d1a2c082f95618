import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/connect';

const billingLock = 0x62696c6c;

/**
 * Held by every decision about a reading until it is committed, so that no period is exported for billing between the
 * moment a decision looked and the moment its reading stands.
 */
export async function shareBilling(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${billingLock})`);
}

/** Waits for the decisions under way and keeps new ones waiting until the transaction ends. */
export async function holdBilling(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${billingLock})`);
}
