import { expect, test } from 'vitest';
import type { SubmissionView } from '../../src-renderer/data/submission-view';
import { closeAccount, markPeriodBilled } from '../../src-server/accounts/administer';
import type { TestDevice } from '../support/device';
import { officeAtWork } from '../support/office-at-work';
import { addDevice, petrosani } from '../support/world';

const now = '2026-11-26T08:00:00.000Z';
const office = officeAtWork({ now });
const { counter } = office;

async function bothCounters() {
  const second = await addDevice(office.utility.database, { surface: 'counter', offices: [petrosani] });
  return { a: await counter(office.utility.world.counter, 'ana'), b: await counter(second, 'mihai') };
}

async function saved(device: TestDevice, index: number): Promise<SubmissionView> {
  const { id: accountId, meterId } = office.account;
  const outcome = await device.api.saveReading({ accountId, meterId, entry: String(index) }, []);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.submission;
}

const ofMeter = (device: TestDevice, satisfies: (newest: SubmissionView | undefined) => boolean) =>
  device.until('account', { accountId: office.account.id }, (view) =>
    satisfies(view?.meters[0]?.submissions[0]),
  );

const standing = (device: TestDevice, index: number) =>
  device.until('account', { accountId: office.account.id }, (view) => {
    const meter = view?.meters[0];
    return meter?.current?.index === index && meter.months.at(-1)?.index === index;
  });

test('what was refused at one counter counts when a supervisor at another accepts it, offline first', async () => {
  const { a, b } = await bothCounters();
  a.cable.plugged = false;
  const submission = await saved(a.device, 241);
  await closeAccount(office.utility.database.db, office.account.id, { actor: 'test', now });
  await a.plug();
  await ofMeter(a.device, (newest) => newest?.state === 'refused');
  expect((await a.device.until('status', null, ({ refused }) => refused === 1)).refused).toBe(1);

  const [open] = await b.device.until('cases', null, (cases) => cases.length === 1);
  expect(open).toMatchObject({
    submissionId: submission.id,
    why: 'refused',
    own: false,
    period: '2026-11',
    index: 241,
    findings: [{ code: 'account-closed' }],
    decision: null,
  });
  b.cable.plugged = false;
  const decision = { submissionId: submission.id, action: 'accept', note: 'închis din greșeală' } as const;
  expect(await b.device.api.decide(decision)).toMatchObject({ outcome: 'saved' });
  const [decided] = await b.device.until('cases', null, ([one]) => one?.decision?.state === 'kept');
  expect(decided?.decision?.settles).toEqual(decision);
  expect(await b.device.api.decide(decision)).toMatchObject({
    outcome: 'blocked',
    findings: [{ code: 'already-settled' }],
  });

  await b.plug();
  await b.device.until('cases', null, (cases) => cases.length === 0);
  const settled = await ofMeter(a.device, (newest) => newest?.state === 'received');
  expect(settled?.meters[0]?.submissions[0]?.settled).toMatchObject({
    action: 'accept',
    note: 'închis din greșeală',
    by: 'Mihai Ban',
    pending: false,
  });
  await standing(a.device, 241);
  await standing(b.device, 241);
  expect((await a.device.until('status', null, ({ refused }) => refused === 0)).held).toBe(0);
});

test('a correction takes the place of what was held, on both screens', async () => {
  const { a, b } = await bothCounters();
  await markPeriodBilled(office.utility.database.db, '2026-11', { actor: 'test', now });
  const submission = await saved(a.device, 255);
  await ofMeter(a.device, (newest) => newest?.state === 'held');
  await b.device.until('cases', null, (cases) => cases.length === 1);
  b.machine.clock.advance(60_000);
  office.utility.clock.set('2026-11-26T08:01:00.000Z');
  const correction = {
    accountId: office.account.id,
    meterId: office.account.meterId,
    period: '2026-11',
    entry: '229',
    note: 'citit pe teren',
    settles: submission.id,
  };
  const asked = await b.device.api.correctReading(correction, []);
  expect(asked).toMatchObject({ outcome: 'to-confirm', findings: [{ code: 'correction-below-previous' }] });
  const given = await b.device.api.correctReading(correction, ['correction-below-previous']);
  expect(given).toMatchObject({ outcome: 'saved', submission: { period: '2026-11', index: 229 } });
  await standing(b.device, 229);
  const view = await ofMeter(a.device, (newest) => newest?.settled?.pending === false);
  expect(view?.meters[0]?.submissions[0]).toMatchObject({
    state: 'refused',
    settled: { action: 'corrected', note: 'citit pe teren' },
  });
  await standing(a.device, 229);
  await b.device.until('cases', null, (cases) => cases.length === 0);
});

test('of two supervisors who decide offline the first one’s decision stands, and the other reads why', async () => {
  const { a, b } = await bothCounters();
  await markPeriodBilled(office.utility.database.db, '2026-11', { actor: 'test', now });
  const { id: submissionId } = await saved(a.device, 241);
  await ofMeter(a.device, (newest) => newest?.state === 'held');
  await b.device.until('cases', null, (cases) => cases.length === 1);
  await a.device.api.signIn('mihai', office.utility.world.password);
  a.cable.plugged = false;
  b.cable.plugged = false;
  await a.device.api.decide({ submissionId, action: 'accept', note: 'la ghișeul întâi' });
  b.machine.clock.advance(60_000);
  await b.device.api.decide({ submissionId, action: 'set-aside', note: 'la al doilea' });
  office.utility.clock.set('2026-11-26T08:01:00.000Z');
  await b.plug();
  await ofMeter(b.device, () => true);
  await b.device.until('cases', null, (cases) => cases.length === 0);
  await a.plug();
  const settled = await ofMeter(a.device, (newest) => newest?.state === 'received');
  expect(settled?.meters[0]?.submissions[0]?.settled).toMatchObject({ note: 'la ghișeul întâi' });
  const [late] = await b.device.until('submissions', { show: 'attention' }, ([first]) => first !== undefined);
  expect(late).toMatchObject({
    kind: 'decision',
    state: 'refused',
    findings: [{ code: 'already-settled' }],
    settles: { submissionId, action: 'set-aside' },
  });
  await standing(b.device, 241);
});

test('the day is not closed while something waits, and is once it has its answer', async () => {
  const { device, cable, plug } = await counter(office.utility.world.counter, 'ana');
  cable.plugged = false;
  const submission = await saved(device, 241);
  expect(await device.api.closeDay(null)).toMatchObject({
    outcome: 'blocked',
    waiting: [{ id: submission.id }],
  });
  expect(await device.until('day', null)).toMatchObject({ day: '2026-11-26', waiting: 1, closings: [] });
  await plug();
  await device.until('day', null, ({ waiting }) => waiting === 0);
  expect(await device.api.closeDay(null)).toMatchObject({
    outcome: 'closed',
    submission: { kind: 'cash-drawer' },
  });
  const day = await device.until(
    'day',
    null,
    ({ closings, waiting }) => closings.length > 0 && waiting === 0,
  );
  expect(day).toMatchObject({ closings: [{ by: 'Ana Pop' }], sinceClosed: 0 });
  const { rows } = await office.utility.database.pool.query(
    `select detail->>'day' as day, detail->'submissions' as submissions from audit where action = 'day-closed'`,
  );
  expect(rows).toEqual([{ day: '2026-11-26', submissions: 1 }]);
  await saved(device, 242);
  await device.until('day', null, ({ sinceClosed }) => sinceClosed === 1);
});
