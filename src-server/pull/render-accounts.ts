import { sql } from 'drizzle-orm';
import { periodReadings } from '../../shared/metering/period-reading';
import { type KnownUsual, knownUsual } from '../../shared/metering/usual';
import type { Account, Meter } from '../../shared/model/account';
import { fold } from '../../shared/search/fold';
import { unconfirmedOf } from '../customers/confirmations';
import type { Queryable } from '../db/connect';
import { codeHintKey, internalCodeHint } from '../devices/secrets';
import { acceptedRevisions } from '../metering/revisions';
import { documentSources } from './documents';
import type { Viewer } from './viewer';

type AccountRow = Omit<Account, 'nameKey' | 'contact' | 'meters' | 'emailKnown'> & {
  phone: string | null;
  email: string | null;
  invoiceByEmail: boolean;
  unconfirmed: Account['contact']['unconfirmed'];
  meters: Omit<Meter, keyof KnownUsual>[] | null;
};

export async function renderAccounts(
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, Account>> {
  const { rows } = await db.execute<AccountRow & Record<string, unknown>>(sql`
    select a.id, a.client_code as "clientCode", a.internal_code as "internalCode", a.holder_name as "holderName",
      a.customer_kind as "customerKind", a.service_address as "serviceAddress", a.locality, a.office_id as "officeId",
      a.dwelling, a.status, a.window_group as "windowGroup", a.phone, a.email, a.invoice_by_email as "invoiceByEmail",
      ${unconfirmedOf(sql`a.id`)} as unconfirmed, exists(select from customer_logins l where l.account_id = a.id) as registered, a.balance_bani::float8 as "balanceBani",
      (select json_agg(json_build_object('id', m.id, 'serial', m.serial, 'digits', m.digits, 'remote', m.remote,
         'status', m.status, 'installedOn', m.installed_on, 'initialIndex', m.initial_index) order by m.id)
       from meters m where m.account_id = a.id) as meters
    from accounts a
    where a.id = any(${sql.param(ids)}::text[]) and ${documentSources.accounts.visibleTo(viewer)}`);
  const meterIds = rows.flatMap(({ meters }) => meters ?? []).map(({ id }) => id);
  const revisions = await acceptedRevisions(db, meterIds);
  const asMeter = (meter: Omit<Meter, keyof KnownUsual>): Meter => {
    const standing = periodReadings(revisions.get(meter.id) ?? []);
    return { ...meter, ...knownUsual(standing, meter.digits) };
  };
  const asAccount = viewer.isCounter ? counterAccount : maskedAccount(codeHintKey(viewer.tokenKey));
  return new Map(rows.map((row) => [row.id, asAccount(row, (row.meters ?? []).map(asMeter))]));
}

function counterAccount(
  { phone, email, invoiceByEmail, unconfirmed, ...row }: AccountRow,
  meters: Meter[],
): Account {
  const emailKnown = email !== null;
  return {
    ...row,
    nameKey: fold(row.holderName),
    emailKnown,
    contact: { phone, email, invoiceByEmail, unconfirmed },
    meters,
  };
}

/** What a machine in a public lobby may hold: enough to serve who brings both codes, nothing to read out of it. */
const maskedAccount =
  (hintKey: string) =>
  (
    { phone: _phone, email, invoiceByEmail: _, unconfirmed: _unconfirmed, ...row }: AccountRow,
    meters: Meter[],
  ): Account => ({
    ...row,
    emailKnown: email !== null,
    internalCode: internalCodeHint(hintKey, row.internalCode),
    holderName: maskedName(row.holderName),
    nameKey: '',
    contact: { phone: null, email: null, invoiceByEmail: false, unconfirmed: null },
    meters,
  });

/** `Popescu Ioan` → `P*** I***`: a person knows the own name again, a passer-by learns none. */
export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]}***`)
    .join(' ')
    .slice(0, 200);
