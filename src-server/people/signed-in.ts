import { and, between, eq, sql } from 'drizzle-orm';
import { policyAt } from '../../shared/metering/windows';
import type { Policy } from '../../shared/model/policy';
import type { Queryable } from '../db/connect';
import { audit } from '../db/schema/audit';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** How far a device's time may lag behind ours: a first index is typed right after the first sign-in. */
const lagMs = hourMs;
/** Who signs in offline on the last of the policy's days works on to the end of the shift. */
const shiftMs = dayMs;

export interface AtWork {
  staffId: string;
  deviceId: string;
  at: string;
}

/** Whether we ourselves checked a person's password on a device within the policy's days before a moment. */
export async function hadSignedIn(
  db: Queryable,
  { staffId, deviceId, at }: AtWork,
  policies: readonly Policy[],
): Promise<boolean> {
  const days = policyAt(policies, at)?.staffOfflineDays ?? 0;
  const atMs = Date.parse(at);
  const from = new Date(atMs - days * dayMs - shiftMs).toISOString();
  const to = new Date(atMs + lagMs).toISOString();
  const [found] = await db
    .select({ id: audit.id })
    .from(audit)
    .where(
      and(
        sql`${audit.action} = 'sign-in'`,
        eq(audit.deviceId, deviceId),
        eq(audit.subject, staffId),
        between(audit.at, from, to),
      ),
    )
    .limit(1);
  return found !== undefined;
}
