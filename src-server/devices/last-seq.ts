import { eq, max } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { submissions } from '../db/schema/submissions';

/** The greatest number that a submission of a device has, 0 without any. */
export async function lastSeqOf(db: Queryable, deviceId: string): Promise<number> {
  const [row] = await db
    .select({ lastSeq: max(submissions.deviceSeq) })
    .from(submissions)
    .where(eq(submissions.deviceId, deviceId));
  return row?.lastSeq ?? 0;
}
