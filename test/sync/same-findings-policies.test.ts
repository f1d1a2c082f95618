import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths } from '../../shared/metering/period';
import type { Policy, TransmissionWindow } from '../../shared/model/policy';
import { localDay } from '../../shared/time/local-day';
import { recordEverything } from '../../src-server/changes/record-all';
import { accounts, meters } from '../../src-server/db/schema/accounts';
import { policies } from '../../src-server/db/schema/policies';
import { readingRevisions } from '../../src-server/db/schema/readings';
import { inTransaction } from '../../src-server/db/transaction';
import { customerReading } from '../support/customer';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { historyOf, type MeterCase, meterCase } from '../support/meter-cases';
import { readingSubmission } from '../support/submission';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, strictPolicy, type WorldDevice } from '../support/world';

/*
 * The same comparison through the years' policies: each has windows and factors of its own and is in force at a moment of
 * its own, often one where a day, a month or the summer time begins or ends. A clerk at a counter and a customer at a
 * kiosk enter an index at that moment, each on meters of their own.
 */
interface Era {
  now: string;
  /** How long the policy was in force by then. */
  sinceMs: number;
  rules: Pick<Policy, 'monthlyWindow' | 'highFactor' | 'highFloorM3'>;
  /** Of windows beside the month's own: their month from this one, and their days from today. */
  extra: { monthsOn: number; fromDays: number; length: number; groups: string[] | null }[];
}

const timeZone = 'Europe/Bucharest';

/** When something begins there; the moment before is looked at as well. */
const changes = [
  '2026-10-25T01:00:00.000Z', // winter time: 4 o'clock is 3 o'clock
  '2026-10-31T22:00:00.000Z', // November
  '2026-11-24T22:00:00.000Z', // the 25th
  '2026-12-31T22:00:00.000Z', // another year
  '2027-02-28T22:00:00.000Z', // March, after a short month
  '2027-03-27T22:00:00.000Z', // the day that has 23 hours
  '2027-03-28T01:00:00.000Z', // summer time: 3 o'clock is 4 o'clock
  '2027-03-31T21:00:00.000Z', // April
];
const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

const strict = { monthlyWindow: strictPolicy.monthlyWindow, highFactor: 3, highFloorM3: 30 };

/** Under the utility's own policy, always looked at: within its window, at its last moment and after it. */
const fixedEras: Era[] = changes
  .slice(0, 2)
  .flatMap((instant) => [justBefore(instant), instant])
  .map((now) => ({ now, sinceMs: 0, rules: strict, extra: [] }));

const randomEra = fc.record<Era>({
  now: fc.oneof(
    fc.constantFrom(...changes.slice(2), ...changes.slice(2).map(justBefore)),
    fc
      .date({
        min: new Date('2026-11-02T00:00:00.000Z'),
        max: new Date('2027-06-30T00:00:00.000Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString()),
  ),
  sinceMs: fc.constantFrom(0, 1),
  rules: fc.record({
    monthlyWindow: fc.oneof(
      fc.constant({ fromDay: 1, toDay: 31 }),
      fc.record({ fromDay: fc.integer({ min: 1, max: 28 }), toDay: fc.integer({ min: 1, max: 31 }) }),
      fc.constant(null),
    ),
    highFactor: fc.integer({ min: 10, max: 60 }).map((tenths) => tenths / 10),
    highFloorM3: fc.integer({ min: 0, max: 60 }),
  }),
  extra: fc.array(
    fc.record({
      monthsOn: fc.integer({ min: -1, max: 1 }),
      fromDays: fc.integer({ min: -4, max: 4 }),
      length: fc.integer({ min: 0, max: 8 }),
      groups: fc.constantFrom(null, ['standard'], ['bloc'], ['bloc', 'standard']),
    }),
    { maxLength: 2 },
  ),
});

const eras = [...fixedEras, ...fc.sample(randomEra, 4)]
  .toSorted((a, b) => (a.now < b.now ? -1 : 1))
  .filter(({ now }, place, all) => now !== all[place - 1]?.now);
const metersPerEra = 16;

const dayOf = ({ now }: Era): string => localDay(now, timeZone);
const monthOf = (era: Era): string => dayOf(era).slice(0, 7);

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function policyOf(era: Era, place: number): Policy {
  const extraWindows = era.extra.map(({ monthsOn, fromDays, length, groups }): TransmissionWindow => {
    const from = addDays(dayOf(era), fromDays);
    return { period: addMonths(monthOf(era), monthsOn), from, to: addDays(from, length), groups };
  });
  const effectiveFrom = new Date(Date.parse(era.now) - era.sinceMs).toISOString();
  return { ...strictPolicy, ...era.rules, id: `policy-${place + 2}`, effectiveFrom, extraWindows };
}

/** A device knows what was usual before the latest months only: of a month yet to come nothing was read. */
const withoutComing = (one: MeterCase): MeterCase => ({
  ...one,
  months: one.months.filter(({ monthsAgo }) => monthsAgo >= 0),
});

const made = eras
  .flatMap((era) => fc.sample(meterCase, metersPerEra).map((one) => ({ era, one: withoutComing(one) })))
  .map((each, number) => {
    const windowGroup = number % 4 < 2 ? 'standard' : 'bloc';
    const ids = { accountId: `account-era-${number}`, meterId: `meter-era-${number}` };
    const codes = { clientCode: String(70_000_000 + number), internalCode: String(50_000 + number) };
    const history = historyOf(ids.meterId, each.one, monthOf(each.era));
    const byStaff = number % 2 === 0;
    return { ...each, ...ids, ...codes, ...history, number, windowGroup, byStaff };
  });
type Case = (typeof made)[number];

let utility: Utility;
let baseUrl: string;

beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 1, now: eras[0]?.now ?? '' });
  await inTransaction(utility.database.db, async (tx) => {
    const rows = eras
      .map(policyOf)
      .map(({ id, effectiveFrom, ...content }) => ({ id, effectiveFrom, content }));
    await tx.insert(policies).values(rows);
    await tx.insert(accounts).values(made.map(accountRow));
    await tx.insert(meters).values(made.map(meterRow));
    await tx.insert(readingRevisions).values(made.flatMap(({ revisions }) => revisions));
    await recordEverything(tx);
  });
  baseUrl = await utility.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => utility.close());

const accountRow = ({ accountId, clientCode, internalCode, windowGroup, one, number }: Case) => ({
  ...{ id: accountId, clientCode, internalCode, windowGroup, holderName: `Client ${number}` },
  ...{ customerKind: 'person', serviceAddress: 'Str. Minerilor 1', locality: 'Petroșani' },
  ...{ officeId: petrosani.id, ...one.account },
});

const meterRow = ({ accountId, meterId, initialIndex, era, one, number }: Case) => ({
  ...{ id: meterId, accountId, initialIndex, serial: `E-${number}`, digits: one.digits, ...one.meter },
  installedOn: `${addMonths(monthOf(era), -one.installedMonthsAgo)}-10`,
});

interface Place {
  enrolled: WorldDevice;
  device: TestDevice;
}

async function placeAt(now: string, surface: 'counter' | 'self-service'): Promise<Place> {
  const enrolled = await addDevice(utility.database, { surface, offices: [petrosani] });
  const machine = new Machine(now);
  machine.enrolAs(enrolled);
  const device = await startDevice({ machine, baseUrl });
  await device.synced();
  return { enrolled, device };
}

/** What a device says to an entry; at a kiosk to the customer whose account it is. */
async function saidBy({ device }: Place, { byStaff, accountId, meterId, entry, ...codes }: Case) {
  const { clientCode, internalCode } = codes;
  if (!byStaff)
    expect(await device.api.identify({ clientCode, internalCode })).toMatchObject({ outcome: 'identified' });
  const { findings } = await device.api.checkEntry({ accountId, meterId, entry: String(entry) });
  if (!byStaff) await device.api.endVisit();
  return findings;
}

/** What the server says to the same, sent as it is: a hostile device sends what it was told not to. */
async function saidByServer({ enrolled }: Place, { era, byStaff, accountId, meterId, entry, ...rest }: Case) {
  const account = { id: accountId, meterId, internalCode: rest.internalCode };
  const reading = { device: enrolled, account, index: entry, capturedAt: era.now };
  const submission = byStaff ? readingSubmission(reading) : await customerReading(utility, reading);
  return (await utility.client(enrolled).submitOne(submission)).findings;
}

test('under every policy, at every moment, the device says what the server says, to clerks and to customers', async () => {
  const seen = new Map<string, number>();
  for (const era of eras) {
    utility.clock.set(era.now);
    const counter = await placeAt(era.now, 'counter');
    const kiosk = await placeAt(era.now, 'self-service');
    for (const one of made.filter((each) => each.era === era)) {
      const place = one.byStaff ? counter : kiosk;
      const onDevice = await saidBy(place, one);
      const onServer = await saidByServer(place, one);
      expect(onDevice, JSON.stringify({ ...one, policy: policyOf(era, eras.indexOf(era)) })).toEqual(
        onServer,
      );
      for (const { code } of onServer) seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    await counter.device.stop();
    await kiosk.device.stop();
  }
  // The eras reach the rules they are made for.
  const reached = (...codes: string[]) => codes.some((code) => seen.has(code));
  for (const code of ['window-closed', 'consumption-high', 'already-sent'])
    expect(reached(code), code).toBe(true);
  expect(reached('index-below-previous', 'below-estimate', 'register-rolled-over')).toBe(true);
}, 120_000);
