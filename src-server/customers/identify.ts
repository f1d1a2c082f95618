import { timingSafeEqual } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { IdentifyRequest } from '../../shared/sync/customer';
import type { Db } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { inTransaction } from '../db/transaction';
import type { CallingDevice } from '../devices/calling-device';
import { HttpProblem } from '../http/problem';
import { beginTry, forgiveTries } from './tries';
import { typed } from './typed';

/**
 * The account, of this device's offices, that has both codes.
 * @throws HttpProblem `wrong-credentials` (never which of the two), `too-fast`
 */
export async function identify(
  db: Db,
  codes: IdentifyRequest,
  { device, now }: { device: CallingDevice; now: string },
): Promise<string> {
  const clientCode = typed(codes.clientCode);
  const tried = { about: `codes:${clientCode}`, deviceId: device.id, now } as const;
  await beginTry(db, tried);
  const officeIds = device.offices.map(({ id }) => id);
  const [account] = await db
    .select({ id: accounts.id, internalCode: accounts.internalCode })
    .from(accounts)
    .where(and(eq(accounts.clientCode, clientCode), inArray(accounts.officeId, officeIds)));
  const matches = isSame(typed(codes.internalCode), account?.internalCode ?? '');
  if (!account || !matches) throw new HttpProblem('wrong-credentials');
  await inTransaction(db, (tx) => forgiveTries(tx, tried));
  return account.id;
}

/** Takes the same time wherever two codes differ. */
function isSame(given: string, code: string): boolean {
  const [a, b] = [Buffer.alloc(64), Buffer.alloc(64)];
  a.write(given);
  b.write(code);
  return timingSafeEqual(a, b) && given.length === code.length;
}
