import { desc, eq } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { offices } from '../db/schema/offices';
import { verdicts } from '../db/schema/submissions';
import type { CallingDevice } from '../devices/calling-device';

/** Where what a device sent about no account is seen: its first office; of a device without any its last one, or any. */
export async function officeOf(tx: Transaction, { id, offices: own }: CallingDevice): Promise<string> {
  const [first] = own;
  if (first) return first.id;
  const [last] = await tx
    .select({ id: verdicts.officeId })
    .from(verdicts)
    .where(eq(verdicts.deviceId, id))
    .orderBy(desc(verdicts.decidedAt))
    .limit(1);
  if (last) return last.id;
  const [any] = await tx.select({ id: offices.id }).from(offices).orderBy(offices.id).limit(1);
  if (!any) throw new Error('There is no office.');
  return any.id;
}
