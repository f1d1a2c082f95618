import { addMonths } from '../../shared/metering/period';
import type { Policy } from '../../shared/model/policy';
import type { Surface } from '../../shared/model/primitives';
import type { Office } from '../../shared/sync/device';
import { recordEverything } from '../../src-server/changes/record-all';
import type { Database } from '../../src-server/db/connect';
import * as accountTables from '../../src-server/db/schema/accounts';
import * as billing from '../../src-server/db/schema/billing';
import { deviceOffices, devices } from '../../src-server/db/schema/devices';
import * as officeTables from '../../src-server/db/schema/offices';
import { staff } from '../../src-server/db/schema/people';
import { policies } from '../../src-server/db/schema/policies';
import { readingRevisions } from '../../src-server/db/schema/readings';
import { readTokenKey } from '../../src-server/db/server-state';
import { inTransaction } from '../../src-server/db/transaction';
import { newToken, secretHash } from '../../src-server/devices/secrets';
import { hashPassword } from '../../src-server/people/passwords';
import { billOf, revisionsOf } from './world-history';

export const petrosani: Office = { id: 'office-petrosani', name: 'Petroșani' };
export const lupeni: Office = { id: 'office-lupeni', name: 'Lupeni' };

/** The 25th to the end of the month, as the utility has it. */
export const strictPolicy: Policy = {
  id: 'policy-1',
  effectiveFrom: '2025-01-01T00:00:00.000Z',
  timeZone: 'Europe/Bucharest',
  monthlyWindow: { fromDay: 25, toDay: 31 },
  extraWindows: [],
  highFactor: 3,
  highFloorM3: 30,
  lateArrivalDays: 10,
  historyMonths: 6,
  staffOfflineDays: 30,
  clockTrustHours: 24,
  passwordLength: 6,
  customerTries: 5,
  customerLockMinutes: 15,
  invoiceBarcode: '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$',
  visitIdleSeconds: 60,
  visitWarningSeconds: 30,
};

export interface WorldAccount {
  id: string;
  officeId: string;
  meterId: string;
  /** What the register showed in the last month that has a reading; it uses 10 m³ a month. */
  lastIndex: number;
  holderName: string;
  internalCode: string;
}

export interface WorldDevice {
  id: string;
  name: string;
  surface: Surface;
  offices: Office[];
  token: string;
}

export interface World {
  offices: Office[];
  /** The first half at Petroșani, the second at Lupeni. */
  accounts: WorldAccount[];
  people: { clerk: string; supervisor: string; it: string; dismissed: string };
  password: string; // of every one of them; user names are their ids
  counter: WorldDevice; // at Petroșani
}

export interface WorldOptions {
  accountsPerOffice?: number;
  /** The last month that has readings; the twelve before it have them too. */
  lastPeriod?: string;
  policy?: Policy;
}

const people = { clerk: 'ana', supervisor: 'mihai', it: 'ioana', dismissed: 'vasile' };
const password = 'parola-de-probă';

const offices = [petrosani, lupeni];

function accountsOf({ accountsPerOffice = 3 }: WorldOptions): WorldAccount[] {
  return offices.flatMap((office) =>
    Array.from({ length: accountsPerOffice }, (_, number) => accountOf(office, number + 1)),
  );
}

/** Fills a migrated database with a small utility: two offices, its people, accounts with a year of readings. */
export async function fillWorld(database: Database, options: WorldOptions = {}): Promise<void> {
  const { lastPeriod = '2026-10', policy = strictPolicy } = options;
  const accounts = accountsOf(options);
  const passwordHash = await hashPassword(password);
  const person = (id: string, displayName: string, role: string, active = true) => ({
    id,
    userName: id,
    displayName,
    role,
    passwordHash,
    active,
  });
  await inTransaction(database.db, async (tx) => {
    const { id, effectiveFrom, ...content } = policy;
    await tx.insert(officeTables.offices).values(offices);
    await tx.insert(policies).values({ id, effectiveFrom, content });
    await tx
      .insert(staff)
      .values([
        person(people.clerk, 'Ana Pop', 'clerk'),
        person(people.supervisor, 'Mihai Ban', 'supervisor'),
        person(people.it, 'Ioana Luca', 'it'),
        person(people.dismissed, 'Vasile Ilie', 'clerk', false),
      ]);
    await tx.insert(accountTables.accounts).values(accounts.map(accountRow));
    await tx.insert(accountTables.meters).values(accounts.map(meterRow));
    await tx.insert(readingRevisions).values(accounts.flatMap((account) => revisionsOf(account, lastPeriod)));
    const bills = accounts.map((account) => billOf(account, addMonths(lastPeriod, -1)));
    await tx.insert(billing.invoices).values(bills.map(({ invoice }) => invoice));
    await tx.insert(billing.invoiceLines).values(bills.map(({ line }) => line));
    await tx.insert(billing.payments).values(bills.map(({ payment }) => payment));
    await tx.insert(billing.paymentAllocations).values(bills.map(({ allocation }) => allocation));
    await recordEverything(tx);
  });
}

/** Enrols a counter in a filled world. @param options those that it was filled with */
export async function enterWorld(database: Database, options: WorldOptions = {}): Promise<World> {
  const counter = await addDevice(database, { surface: 'counter', offices: [petrosani] });
  return { offices, accounts: accountsOf(options), people, password, counter };
}

/** Fills a migrated database with a small utility, and enrols a counter. */
export async function makeWorld(database: Database, options: WorldOptions = {}): Promise<World> {
  await fillWorld(database, options);
  return enterWorld(database, options);
}

let devicesAdded = 0;

interface AddedDevice {
  surface: Surface;
  offices: Office[];
  /** Whether everybody signs in at it every two weeks; else nobody ever did. */
  signedIn?: boolean;
}

/** Enrols a device as the server would have done it. */
export async function addDevice(
  database: Database,
  { surface, offices, signedIn = true }: AddedDevice,
): Promise<WorldDevice> {
  const token = newToken();
  const number = ++devicesAdded;
  const device = { id: `device-${number}`, name: `Ghișeu ${number}`, surface };
  const tokenHash = secretHash(await readTokenKey(database.db), token);
  await database.db.insert(devices).values({ ...device, tokenHash, enrolledAt: '2026-01-01T00:00:00.000Z' });
  await database.db
    .insert(deviceOffices)
    .values(offices.map(({ id }) => ({ deviceId: device.id, officeId: id })));
  if (signedIn) await signInEverybody(database, device.id);
  return { ...device, offices, token };
}

/** Everybody signs in at a device every two weeks. */
export async function signInEverybody(database: Database, deviceId: string): Promise<void> {
  await database.pool.query(
    `insert into audit (at, device_id, actor, action, subject)
     select at, $1, lower(user_name), 'sign-in', staff.id
       from staff, generate_series('2025-01-01'::timestamptz, '2027-12-31', '14 days') as at`,
    [deviceId],
  );
}

function accountOf(office: Office, number: number): WorldAccount {
  const key = `${office.id.slice('office-'.length)}-${String(number).padStart(4, '0')}`;
  return {
    id: `account-${key}`,
    officeId: office.id,
    meterId: `meter-${key}`,
    lastIndex: 230,
    holderName: `Țăranu Ștefan ${number}`,
    internalCode: `I${number}${office.name.length}`,
  };
}

const accountRow = ({ id, officeId, holderName, internalCode }: WorldAccount) => ({
  id,
  officeId,
  holderName,
  internalCode,
  clientCode: id.slice('account-'.length).slice(-15),
  customerKind: 'person',
  serviceAddress: `Str. Minerului ${id.slice(-4)}`,
  locality: 'Petroșani',
  dwelling: 'house',
  status: 'active',
  phone: '0722000000',
  email: 'client@example.ro',
  balanceBani: 4_200,
});

const meterRow = ({ id, meterId }: WorldAccount) => ({
  id: meterId,
  accountId: id,
  serial: `S-${meterId.slice('meter-'.length)}`,
  digits: 5,
  installedOn: '2020-01-15',
  initialIndex: 100,
});
