import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import type { CallingDevice } from '../devices/calling-device';

/** Locks an account that a device serves. False: there is none in its offices. */
export async function lockAccount(
  tx: Transaction,
  { offices }: Pick<CallingDevice, 'offices'>,
  accountId: string,
): Promise<boolean> {
  const ofOffices = inArray(
    accounts.officeId,
    offices.map(({ id }) => id),
  );
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), ofOffices))
    .for('update');
  return account !== undefined;
}
