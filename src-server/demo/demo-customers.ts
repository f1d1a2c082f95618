import { asc, eq, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { customerLogins } from '../db/schema/customers';
import { hashPassword } from '../people/passwords';

/** Of everybody who is registered in the demo. It guards nothing. */
export const demoCustomerPassword = 'apa-rece-1';

const registeredPerOffice = 3;

/** The first houses of each office that have an e-mail address, no other account has too, are registered. */
export async function registerDemoCustomers(tx: Transaction, now: string): Promise<void> {
  const passwordHash = await hashPassword(demoCustomerPassword);
  await tx.execute(sql`
    insert into customer_logins (account_id, email, password_hash, email_confirmed_at, registered_at)
    select id, email, ${passwordHash}, ${now}, ${now} from (
      select id, email, row_number() over (partition by office_id order by id) as place from accounts a
      where dwelling = 'house' and customer_kind = 'person' and status = 'active' and email is not null
        and not exists (select from accounts b where b.email = a.email and b.id <> a.id)
    ) as houses where place <= ${registeredPerOffice}`);
}

interface Codes {
  clientCode: string;
  internalCode: string;
}

/** Customers to try the kiosk with; null where the utility has none. */
export interface DemoCustomers {
  house: Codes | null; // not registered; where there is one, it owes something and has not sent this month's index
  apartment: Codes | null;
  email: string | null; // of somebody registered
}

/** The first of each at an office; who tries a registration gets the next house at the next start. */
export async function demoCustomers(db: Queryable, officeId: string): Promise<DemoCustomers> {
  const { clientCode, internalCode, email } = accounts;
  const first = async (dwelling: 'house' | 'apartment') =>
    (
      await db
        .select({ clientCode, internalCode })
        .from(accounts)
        .where(
          sql`office_id = ${officeId} and dwelling = ${dwelling} and status = 'active' and customer_kind = 'person'
            and not exists (select from customer_logins l where l.account_id = accounts.id)
            and not exists (select from meters m where m.account_id = accounts.id and m.remote)`,
        )
        .orderBy(
          sql`(balance_bani > 0) desc, exists (select from reading_revisions r join meters m on m.id = r.meter_id
              where m.account_id = accounts.id and r.period = to_char(now(), 'YYYY-MM'))`,
          asc(accounts.id),
        )
        .limit(1)
    )[0] ?? null;
  const [registered] = await db
    .select({ email: customerLogins.email })
    .from(customerLogins)
    .innerJoin(accounts, eq(accounts.id, customerLogins.accountId))
    .where(
      sql`office_id = ${officeId} and email_confirmed_at is not null and ${email} = ${customerLogins.email}`,
    )
    .orderBy(asc(accounts.id))
    .limit(1);
  return {
    house: await first('house'),
    apartment: await first('apartment'),
    email: registered?.email ?? null,
  };
}
