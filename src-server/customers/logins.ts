import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { customerLogins } from '../db/schema/customers';
import { passwordMatches } from '../people/passwords';

export type Login = typeof customerLogins.$inferSelect &
  Pick<typeof accounts.$inferSelect, 'clientCode' | 'officeId'>;

const mostLogins = 20;

interface Wanted {
  email: string; // in lower case
  officeIds?: readonly string[]; // absent: of every office
}

/** The logins of an address, by account: one address may open several. */
async function loginsOf(db: Queryable, { email, officeIds }: Wanted): Promise<Login[]> {
  const rows = await db
    .select({ login: customerLogins, clientCode: accounts.clientCode, officeId: accounts.officeId })
    .from(customerLogins)
    .innerJoin(accounts, eq(accounts.id, customerLogins.accountId))
    .where(
      and(
        sql`lower(${customerLogins.email}) = ${email}`,
        officeIds ? inArray(accounts.officeId, [...officeIds]) : undefined,
      ),
    )
    .orderBy(customerLogins.accountId)
    .limit(mostLogins);
  return rows.map(({ login, ...account }) => ({ ...login, ...account }));
}

/** Those of an address that a password opens. For an unknown address it does the work of one that is known. */
export async function loginsOpenedBy(db: Queryable, wanted: Wanted, password: string): Promise<Login[]> {
  const logins = await loginsOf(db, wanted);
  if (logins.length === 0) await passwordMatches(password, null);
  const opened: Login[] = [];
  for (const login of logins) if (await passwordMatches(password, login.passwordHash)) opened.push(login);
  return opened;
}
