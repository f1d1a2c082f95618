import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths } from '../../shared/metering/period';
import type { ReadingSource } from '../../shared/model/primitives';
import { recordEverything } from '../../src-server/changes/record-all';
import { accounts, meters } from '../../src-server/db/schema/accounts';
import { readingRevisions } from '../../src-server/db/schema/readings';
import { inTransaction } from '../../src-server/db/transaction';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { readingSubmission } from '../support/submission';
import { startUtility, type Utility } from '../support/utility';

/*
 * The device judges from its documents, the server from its tables. Meters with random histories are made on the
 * server, pulled by a device, judged there, sent as they are (a hostile device sends what it was told not to), and the
 * two answers are compared.
 */
const now = '2026-11-26T08:00:00.000Z';
const cases = 300;

interface Month {
  monthsAgo: number; // 0 is the open window's own period
  used: number;
  source: ReadingSource;
  revisions: number; // how often it was sent
}

interface MeterCase {
  digits: number;
  installedMonthsAgo: number;
  initialShare: number; // of the register, in thousandths
  months: Month[];
  step: number; // from the last index to the entry, in m³
  account: { dwelling: 'house' | 'apartment'; status: 'active' | 'closed' };
  meter: { remote: boolean; status: 'installed' | 'removed' };
}

const rarely = <T>(usual: T, rare: T) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });

const month = fc.record<Month>({
  monthsAgo: fc.integer({ min: -1, max: 15 }),
  used: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -30, max: 200 })),
  source: fc.constantFrom('customer', 'clerk', 'reader', 'estimate', 'estimate'),
  revisions: fc.integer({ min: 1, max: 3 }),
});

const meterCase = fc.record<MeterCase>({
  digits: fc.integer({ min: 3, max: 6 }),
  installedMonthsAgo: fc.integer({ min: 1, max: 30 }),
  initialShare: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 850, max: 999 })),
  months: fc.uniqueArray(month, { selector: ({ monthsAgo }) => monthsAgo, maxLength: 17 }),
  step: fc.oneof(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -200, max: 600 })),
  account: fc.record({ dwelling: rarely('house', 'apartment'), status: rarely('active', 'closed') }),
  meter: fc.record({ remote: rarely(false, true), status: rarely('installed', 'removed') }),
});

const period = '2026-11';

/** Revisions of a meter, and the index to enter; every index lies on the register. */
function historyOf(meterId: string, made: MeterCase) {
  const register = 10 ** made.digits;
  const onRegister = (index: number) => ((index % register) + register) % register;
  const initialIndex = onRegister(Math.floor((register * made.initialShare) / 1000));
  let index = initialIndex;
  const revisions = made.months
    .toSorted((a, b) => b.monthsAgo - a.monthsAgo)
    .flatMap((one) => {
      index = onRegister(index + one.used);
      const of = addMonths(period, -one.monthsAgo);
      return Array.from({ length: one.revisions }, (_, number) => ({
        id: `imported-${meterId}-${of}-${number}`,
        meterId,
        period: of,
        index: onRegister(index + number),
        source: one.source,
        capturedAt: `${of < period ? of : '2026-10'}-2${5 + number}T09:00:00.000Z`,
        accepted: true,
        recordedAt: now,
      }));
    });
  return { initialIndex, revisions, entry: onRegister(index + made.step) };
}

let utility: Utility;
let device: TestDevice;
const made = fc.sample(meterCase, cases).map((one, number) => {
  const meterId = `meter-random-${number}`;
  return { one, number, meterId, accountId: `account-random-${number}`, ...historyOf(meterId, one) };
});

beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 1, now });
  await fill(utility);
  const baseUrl = await utility.app.listen({ port: 0, host: '127.0.0.1' });
  const machine = new Machine(now);
  machine.enrolAs(utility.world.counter);
  device = await startDevice({ machine, baseUrl });
  await device.synced();
});

afterAll(async () => {
  await device.stop();
  await utility.close();
});

async function fill({ database }: Utility): Promise<void> {
  await inTransaction(database.db, async (tx) => {
    await tx.insert(accounts).values(
      made.map(({ one, number, accountId }) => ({
        id: accountId,
        clientCode: `R${number}`,
        internalCode: `I${number}`,
        holderName: `Client ${number}`,
        customerKind: 'person',
        serviceAddress: 'Str. Minerilor 1',
        locality: 'Petroșani',
        officeId: 'office-petrosani',
        ...one.account,
      })),
    );
    await tx.insert(meters).values(
      made.map(({ one, number, accountId, meterId, initialIndex }) => ({
        id: meterId,
        accountId,
        serial: `R-${number}`,
        digits: one.digits,
        installedOn: `${addMonths(period, -one.installedMonthsAgo)}-10`,
        initialIndex,
        ...one.meter,
      })),
    );
    await tx.insert(readingRevisions).values(made.flatMap(({ revisions }) => revisions));
    await recordEverything(tx);
  });
}

/** Both sides' answers to a case; a severity is a function of a finding, so findings say it all. */
async function judgedTwice({ accountId, meterId, entry }: (typeof made)[number]) {
  const onDevice = await device.api.checkEntry({ accountId, meterId, entry: String(entry) });
  const submission = readingSubmission({
    device: utility.world.counter,
    account: { id: accountId, meterId },
    index: entry,
    capturedAt: now,
  });
  const onServer = await utility.counter.submitOne(submission);
  return { onDevice: onDevice.findings, onServer: onServer.findings };
}

test('the device and the server say the same of every entry', async () => {
  const seen = new Map<string, number>();
  for (const one of made) {
    const { onDevice, onServer } = await judgedTwice(one);
    expect(onDevice, JSON.stringify(one)).toEqual(onServer);
    for (const { code } of onServer) seen.set(code, (seen.get(code) ?? 0) + 1);
  }
  // The histories reach the rules they are made for.
  for (const code of [
    'index-below-previous',
    'below-estimate',
    'register-rolled-over',
    'consumption-high',
    'already-sent',
    'index-above-next',
  ])
    expect(seen.get(code), code).toBeGreaterThan(0);
});
