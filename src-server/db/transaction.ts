import { setTimeout } from 'node:timers/promises';
import type { Db, Transaction } from './connect';

const mostAttempts = 5;
const firstPauseMs = 10;

/** PostgreSQL's code of an error (`40001`), which drizzle keeps in the cause; null for any other error. */
export function postgresCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code))
    return error.code;
  return postgresCode(error.cause);
}

/** Serialization failure and deadlock: the same transaction may pass when it is tried again. */
export const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes(postgresCode(error) ?? '');

export interface Retry {
  attempt: number; // the one that failed; the first is 1
  code: string | null;
  error: unknown;
}

const listeners = new WeakMap<Db, (retry: Retry) => void>();

/** Who wants to hear of transactions that are tried again: rows locked in another order somewhere, or a crowd. */
export function tellOfRetries(db: Db, listener: (retry: Retry) => void): void {
  listeners.set(db, listener);
}

/**
 * Runs `work` in one READ COMMITTED transaction, which the change log relies on, and again (up to 5 times, after a pause
 * that grows and differs) when PostgreSQL gave up on it for another transaction's sake.
 */
export async function inTransaction<T>(db: Db, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work, { isolationLevel: 'read committed' });
    } catch (error) {
      if (!isPassing(error) || attempt === mostAttempts) throw error;
      listeners.get(db)?.({ attempt, code: postgresCode(error), error });
      await setTimeout(firstPauseMs * 2 ** attempt * Math.random());
    }
  }
}
