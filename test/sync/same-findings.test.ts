import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths } from '../../shared/metering/period';
import { periodReadings } from '../../shared/metering/period-reading';
import { usualBefore } from '../../shared/metering/usual';
import { recordEverything } from '../../src-server/changes/record-all';
import { accounts, meters } from '../../src-server/db/schema/accounts';
import { readingRevisions } from '../../src-server/db/schema/readings';
import { inTransaction } from '../../src-server/db/transaction';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { historyOf, longCase, meterCase } from '../support/meter-cases';
import { readingSubmission } from '../support/submission';
import { startUtility, type Utility } from '../support/utility';

/*
 * The device judges from its documents, the server from its tables. Meters with random histories are made on the
 * server, pulled by a device, judged there, sent as they are (a hostile device sends what it was told not to), and the
 * two answers are compared.
 */
const now = '2026-11-26T08:00:00.000Z';
const cases = 250;

/** Every month read, for longer than a device holds, the open one among them: what is usual follows from all of it. */
const longHistories = 50;

const period = '2026-11';

let utility: Utility;
let device: TestDevice;
const made = [...fc.sample(meterCase, cases), ...fc.sample(longCase, longHistories)].map((one, number) => {
  const meterId = `meter-random-${number}`;
  return { one, number, meterId, accountId: `account-random-${number}`, ...historyOf(meterId, one, period) };
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
    await tx.insert(meters).values(made.filter(wasReplaced).map(replacedMeter));
    await tx.insert(readingRevisions).values(made.flatMap(({ revisions }) => revisions));
    await tx.insert(readingRevisions).values(made.filter(wasReplaced).flatMap(replacedHistory));
    await recordEverything(tx);
  });
}

const stands: { accountId: string; submissionId: string }[] = [];

/** Every third meter stands where another one stood, through which far more water ran. */
const wasReplaced = ({ number }: (typeof made)[number]): boolean => number % 3 === 0;

const replacedMeter = ({ number, accountId, meterId }: (typeof made)[number]) => ({
  ...{ id: `${meterId}-old`, accountId, serial: `O-${number}`, digits: 6, remote: false, status: 'removed' },
  ...{ installedOn: '2015-01-10', initialIndex: 0 },
});

const replacedHistory = ({ meterId }: (typeof made)[number]) =>
  Array.from({ length: 20 }, (_, monthsAgo) => ({
    ...{ id: `imported-${meterId}-old-${monthsAgo}`, meterId: `${meterId}-old`, source: 'reader' },
    ...{ period: addMonths(period, -monthsAgo), index: 90_000 - monthsAgo * 900 },
    ...{ capturedAt: `2026-10-01T09:00:00.000Z`, accepted: true, recordedAt: now },
  }));

/** Both sides' answers to a case; a severity is a function of a finding, so findings say it all. */
async function judgedTwice({ accountId, meterId, entry, revisions }: (typeof made)[number]) {
  const onDevice = await device.api.checkEntry({ accountId, meterId, entry: String(entry) });
  const submission = readingSubmission({
    device: utility.world.counter,
    account: { id: accountId, meterId },
    index: entry,
    capturedAt: now,
  });
  const onServer = await utility.counter.submitOne(submission);
  const { outcome, findings } = onServer;
  const outranked = revisions.some((one) => one.period === period && one.source === 'reader');
  if (outcome === 'accepted' && !outranked) stands.push({ accountId, submissionId: submission.id });
  return { onDevice: onDevice.findings, onServer: findings };
}

/** What the device shows as usual, and what the meter's whole history says before the open month. */
async function usualTwice({ accountId, meterId, revisions, one: { digits } }: (typeof made)[number]) {
  const view = await device.until('account', { accountId });
  const standing = periodReadings(
    revisions.map(({ id, ...revision }) => ({ ...revision, submissionId: id })),
  );
  const shown = view?.meters.find(({ meter }) => meter.id === meterId)?.meter;
  return [shown?.usualM3, usualBefore(standing, digits, period)];
}

test('what is usual is shown as it was before the open month, however long the history', async () => {
  for (const one of made) {
    const [shown, usual] = await usualTwice(one);
    expect(shown, JSON.stringify(one)).toBe(usual);
  }
});

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
}, 90_000);

test('what is usual stays when the month’s own index was sent', async () => {
  const { accountId, submissionId } = stands.at(-1) ?? { accountId: '', submissionId: '' };
  await device.until('account', { accountId }, (view) =>
    Boolean(view?.meters.some(({ current }) => current?.submissionId === submissionId)),
  );
  const sent = made.filter((one) => stands.some(({ accountId: of }) => of === one.accountId));
  for (const one of sent) {
    const [shown, usual] = await usualTwice(one);
    expect(shown, JSON.stringify(one)).toBe(usual);
  }
  expect(sent.length).toBeGreaterThan(50);
});
