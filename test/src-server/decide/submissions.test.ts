import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { buildApp } from '../../../src-server/app';
import { connect } from '../../../src-server/db/connect';
import { customerReading } from '../../support/customer';
import { deviceClient } from '../../support/device-client';
import { postgresTargets } from '../../support/postgres';
import { nextSubmissionId, readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount } from '../../support/world';

const inWindow = '2026-11-26T07:00:00.000Z';

describe.each(postgresTargets())('submissions on $name', (target) => {
  let utility: Utility;
  let account: WorldAccount;
  beforeEach(async () => {
    utility = await startUtility({ target });
    [account] = utility.world.accounts as [WorldAccount];
  });
  afterEach(() => utility.close());

  const reading = (index: number, capturedAt = inWindow, changed: Partial<Submission> = {}) =>
    readingSubmission({ device: utility.world.counter, account, index, capturedAt }, changed);
  const revisions = async () =>
    (
      await utility.database.pool.query(
        `select period, index, accepted from reading_revisions where submission_id is not null order by id`,
      )
    ).rows;

  test('an index within the window is accepted, and both verdict and account say so', async () => {
    const submission = reading(240);
    expect(await utility.counter.submitOne(submission)).toEqual({
      id: submission.id,
      outcome: 'accepted',
      findings: [],
    });
    const [verdict] = (await utility.counter.pull('verdicts')).documents;
    expect(verdict).toMatchObject({
      id: submission.id,
      outcome: 'accepted',
      review: false,
      superseded: false,
      accountId: account.id,
      summary: { period: '2026-11', index: 240, meterId: account.meterId },
    });
    const documents = (await utility.counter.pullAll('accounts')).documents;
    expect(documents.find(({ id }) => id === account.id)).toMatchObject({
      meters: [{ latestReadings: [{ period: '2026-11', index: 240, submissionId: submission.id }, {}] }],
    });
  });

  test('a retry gets the stored answer and changes nothing', async () => {
    const submission = reading(100); // below the previous index: refused
    const first = await utility.counter.submitOne(submission);
    const { checkpoint } = await utility.counter.pullAll('verdicts');
    utility.clock.set('2026-11-28T08:00:00.000Z');
    const reordered = Object.fromEntries(Object.entries(submission).reverse());
    expect(await utility.counter.submit([reordered])).toEqual([first]);
    expect(first.findings).toMatchObject([{ code: 'index-below-previous', previousIndex: 230 }]);
    expect((await utility.counter.pull('verdicts', checkpoint)).documents).toEqual([]);
    expect(await revisions()).toEqual([{ period: '2026-11', index: 100, accepted: false }]);
  });

  test('two processes that get one submission at once decide it once', async () => {
    const submission = reading(240);
    const { database, world } = utility;
    const processes = await Promise.all(
      [1, 2].map(async () => {
        const own = connect(database.url); // a pool of its own, as a process has
        return { app: await buildApp({ database: own, clock: utility.clock }), own };
      }),
    );
    const clients = processes.map(({ app }) => deviceClient(app, world.counter.token));
    const answers = await Promise.all([...clients, ...clients].map((client) => client.submitOne(submission)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await revisions()).toHaveLength(1);
    for (const { app, own } of processes) await app.close().then(() => own.close());
  });

  test('a used id with other content is not recorded, and the first one stays', async () => {
    const submission = reading(240);
    await utility.counter.submitOne(submission);
    const other = { ...submission, payload: { ...submission.payload, index: 250 } };
    expect(await utility.counter.submitOne(other)).toEqual({
      id: submission.id,
      outcome: 'not-recorded',
      findings: [{ code: 'id-reused' }],
    });
    expect(await revisions()).toEqual([{ period: '2026-11', index: 240, accepted: true }]);
  });

  test('an index saved on the 31st at 23:50 and synced on the 2nd is accepted for October', async () => {
    utility.clock.set('2026-11-02T07:00:00.000Z');
    const lastMinutes = '2026-10-31T21:50:00.000Z'; // 23:50 in Petroșani
    const answer = await utility.counter.submitOne(reading(233, lastMinutes));
    expect(answer).toMatchObject({ outcome: 'accepted', findings: [{ code: 'already-sent' }] });
    expect(await revisions()).toEqual([{ period: '2026-10', index: 233, accepted: true }]);
  });

  test('an index that a hostile client made on the 20th is refused with the next window', async () => {
    const answer = await utility.counter.submitOne(reading(240, '2026-11-20T10:00:00.000Z'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'window-closed', nextFrom: '2026-11-25', nextTo: '2026-11-30' }],
    });
    expect(await revisions()).toEqual([]);
  });

  test('500 at once with one malformed and one refused: 498 accepted, two with reasons, in order', async () => {
    const batch: unknown[] = Array.from({ length: 500 }, (_, minute) =>
      reading(240, new Date(Date.parse(inWindow) + minute).toISOString()),
    );
    batch[100] = { ...(batch[100] as Submission), capturedAt: 'yesterday' };
    batch[200] = reading(12);
    const answers = await utility.counter.submit(batch);
    expect(answers.map(({ id }) => id)).toEqual(batch.map((row) => (row as Submission).id));
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(498);
    expect(answers[100]).toMatchObject({ outcome: 'not-recorded', findings: [{ code: 'malformed' }] });
    expect(answers[200]).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'index-below-previous', previousIndex: 230 }, { code: 'already-sent' }],
    });
    const { rows } = await utility.database.pool.query(
      `select subject, detail->>'code' as code from audit where action = 'submission-not-recorded'`,
    );
    expect(rows).toEqual([{ subject: answers[100]?.id, code: 'malformed' }]);
  });

  test('rows that PostgreSQL cannot store are answered and block no other', async () => {
    const nul = reading(240, inWindow, { payload: { ...reading(240).payload, note: 'a\u0000b' } });
    const huge = reading(240, inWindow, { deviceSeq: 2 ** 40 });
    const answers = await utility.counter.submit([null, nul, huge, 'text', reading(240)]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([...Array(4).fill('not-recorded'), 'accepted']);
    expect(answers.map(({ id }) => id)).toMatchObject([null, nul.id, huge.id, null, {}]);
  });

  test('an index no register can show is refused with words', async () => {
    const answer = await utility.counter.submitOne(reading(9_999_999_999));
    expect(answer).toMatchObject({ outcome: 'refused', findings: [{ code: 'index-too-long', digits: 5 }] });
  });

  test('an older index that arrives later is accepted and superseded', async () => {
    await utility.counter.submitOne(reading(242, '2026-11-26T07:30:00.000Z'));
    const older = reading(241, '2026-11-26T07:10:00.000Z');
    await utility.counter.submitOne(older);
    const verdicts = (await utility.counter.pullAll('verdicts')).documents;
    expect(verdicts.find(({ id }) => id === older.id)).toMatchObject({
      outcome: 'accepted',
      superseded: true,
    });
    const documents = (await utility.counter.pullAll('readings')).documents;
    const months = documents.find(({ id }) => id === account.meterId)?.months as { index: number }[];
    expect(months.at(-1)).toMatchObject({ period: '2026-11', index: 242, consumptionM3: 12 });
  });

  test('what only the place of arrival knows holds an index for a supervisor', async () => {
    const { markPeriodBilled } = await import('../../../src-server/accounts/administer');
    await markPeriodBilled(utility.database.db, '2026-11', { actor: 'test', now: inWindow });
    const answer = await utility.counter.submitOne(reading(240));
    expect(answer).toMatchObject({ outcome: 'held', findings: [{ code: 'period-billed' }] });
    expect(await revisions()).toEqual([{ period: '2026-11', index: 240, accepted: false }]);
  });

  test('an index dated before the last empty outbox is accepted for a supervisor to look at', async () => {
    utility.clock.set('2026-11-27T08:00:00.000Z');
    await utility.counter.submitOne(reading(240, '2026-11-27T07:59:59.000Z'));
    const backdated = reading(241, inWindow);
    const answer = await utility.counter.submitOne(backdated);
    expect(answer.findings).toContainEqual({
      code: 'late-after-contact',
      contactAt: '2026-11-27T08:00:00.000Z',
    });
    const verdicts = (await utility.counter.pullAll('verdicts')).documents;
    expect(verdicts.find(({ id }) => id === backdated.id)).toMatchObject({
      outcome: 'accepted',
      review: true,
    });
  });

  test.each(['ioana', 'vasile', 'nobody'])('an index sent by %s waits for a supervisor', async (staffId) => {
    const submission = readingSubmission({
      device: utility.world.counter,
      account,
      index: 240,
      capturedAt: inWindow,
      staffId,
    });
    expect(await utility.counter.submitOne(submission)).toMatchObject({
      outcome: 'held',
      findings: [{ code: 'actor-not-allowed' }],
    });
  });

  test('on a kiosk only the customer acts', async () => {
    const device = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
    const kiosk = utility.client(device);
    const made = { device, account, index: 240, capturedAt: inWindow };
    expect(await kiosk.submitOne(readingSubmission(made))).toMatchObject({ outcome: 'held' });
    expect(await kiosk.submitOne(await customerReading(utility, made))).toMatchObject({
      outcome: 'accepted',
    });
  });

  test('an account of another office is held, one that is not known refused', async () => {
    const elsewhere = utility.world.accounts.find(({ officeId }) => officeId === lupeni.id) as WorldAccount;
    const unknown = { id: 'account-none', meterId: account.meterId };
    const foreignMeter = { id: account.id, meterId: elsewhere.meterId };
    const sent = [elsewhere, unknown, foreignMeter].map((about) =>
      readingSubmission({ device: utility.world.counter, account: about, index: 240, capturedAt: inWindow }),
    );
    const answers = await utility.counter.submit(sent);
    expect(answers.map(({ findings }) => findings[0]?.code)).toEqual([
      'outside-scope',
      'unknown-account',
      'unknown-meter',
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'refused', 'refused']);
  });

  test('what a device without offices sends is held where it was last seen', async () => {
    await utility.counter.submitOne(reading(240));
    const note = reading(0, inWindow, { kind: 'note', payload: { text: 'x' }, onBehalfOf: null });
    const stranger = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
    await utility.database.pool.query('delete from device_offices');
    const expected = { outcome: 'held', findings: [{ code: 'outside-scope' }] };
    expect(await utility.counter.submitOne(note)).toMatchObject(expected);
    expect(
      await utility.client(stranger).submitOne({ ...note, id: nextSubmissionId(), deviceId: stranger.id }),
    ).toMatchObject(expected);
    const { rows } = await utility.database.pool.query(
      'select office_id from verdicts where submission_id = $1',
      [note.id],
    );
    expect(rows).toEqual([{ office_id: petrosani.id }]);
  });

  test('a submission in the name of another device is malformed', async () => {
    const submission = readingSubmission({
      device: { id: 'other' },
      account,
      index: 240,
      capturedAt: inWindow,
    });
    expect(await utility.counter.submitOne(submission)).toMatchObject({
      outcome: 'not-recorded',
      findings: [{ code: 'malformed' }],
    });
  });

  test('a note is kept, and a kind we do not serve yet is refused with words', async () => {
    const note = reading(0, inWindow, { kind: 'note', payload: { text: 'contor aburit' } });
    const unserved = reading(0, inWindow, { kind: 'meter-replacement', id: nextSubmissionId() });
    const answers = await utility.counter.submit([note, unserved]);
    expect(answers).toMatchObject([
      { outcome: 'accepted', findings: [] },
      { outcome: 'refused', findings: [{ code: 'kind-not-served' }] },
    ]);
  });
});
