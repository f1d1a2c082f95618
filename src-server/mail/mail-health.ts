import { sql } from 'drizzle-orm';
import type { Db } from '../db/connect';

export interface MailHealth {
  waiting: number;
  /** Of those, how many were tried and not taken. */
  failing: number;
  oldestMadeAt: string | null;
}

/** How much mail has not left. */
export async function mailHealth(db: Db): Promise<MailHealth> {
  const { rows } = await db.execute<{ waiting: number; failing: number; oldest: string | Date | null }>(sql`
    select count(*)::int as waiting, count(*) filter (where last_error is not null)::int as failing,
      min(made_at) as oldest
    from mail_outbox where sent_at is null`);
  const { waiting = 0, failing = 0, oldest = null } = rows[0] ?? {};
  return { waiting, failing, oldestMadeAt: oldest && new Date(oldest).toISOString() };
}
