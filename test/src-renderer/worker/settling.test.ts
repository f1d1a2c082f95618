import { afterEach, expect, test, vi } from 'vitest';
import type { Staff } from '../../../shared/model/staff';
import type { Submission } from '../../../shared/model/submission';
import type { AccountView } from '../../../src-renderer/data/account-view';
import { counterAtWork, counterOf, saveIndex, smallUtility } from '../../support/counter';
import { Machine, type TestDevice } from '../../support/device';
import { accountDocument, ana, historyDocument, monthReading, verdictOn } from '../../support/documents';
import type { ScriptedServer } from '../../support/scripted-server';

const elena: Staff = {
  id: 'staff-elena',
  userName: 'elena',
  displayName: 'Elena Radu',
  role: 'supervisor',
  active: true,
};
const account = { accountId: 'account-1' };
const note = 'verificat pe teren';

afterEach(() => vi.restoreAllMocks());

async function supervisorAtWork(server: ScriptedServer, machine = new Machine()): Promise<TestDevice> {
  server.put({ staff: [ana, elena] });
  const device = await counterOf(server, { machine });
  await device.synced();
  expect(await device.api.signIn('elena', server.password)).toMatchObject({ outcome: 'signed-in' });
  return device;
}

/** Saves an index and lets the server answer it. */
async function answered(
  server: ScriptedServer,
  device: TestDevice,
  verdict: Parameters<typeof verdictOn>[1],
): Promise<Submission> {
  await saveIndex(device, 1, 1250);
  const submission = await received(server, 'reading');
  const summary = { period: '2026-11', index: 1250, meterId: 'meter-1' };
  server.put({ verdicts: [verdictOn(submission, { summary, ...verdict })] });
  await device.until('account', account, (view) => {
    const state = view?.meters[0]?.submissions[0]?.state;
    return state !== undefined && state !== 'kept' && state !== 'sent';
  });
  return submission;
}

const received = (server: ScriptedServer, kind: Submission['kind']): Promise<Submission> =>
  vi.waitFor(() => {
    const found = server.received.flat().find((submission) => submission.kind === kind);
    if (!found) throw new Error(`no ${kind} was sent`);
    return found;
  });

const november = (view: AccountView | null) =>
  view?.meters[0]?.months.find(({ period }) => period === '2026-11')?.index;

test('a clerk settles nothing, nor does a supervisor without a note', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const { id: submissionId } = await answered(server, device, { outcome: 'held' });
  expect(await device.api.decide({ submissionId, action: 'accept', note })).toEqual({
    outcome: 'not-saved',
    reason: 'not-a-supervisor',
  });
  await device.api.signOut();
  expect(await device.api.decide({ submissionId, action: 'accept', note })).toMatchObject({
    reason: 'not-signed-in',
  });
  server.put({ staff: [elena] });
  await device.api.signIn('elena', server.password);
  expect(await device.api.decide({ submissionId, action: 'accept', note: ' x ' })).toMatchObject({
    reason: 'note-missing',
  });
});

test('what was set aside here is closed by a decision, which leaves the day free', async () => {
  const server = smallUtility();
  server.answer = ({ id, kind }) =>
    kind === 'reading'
      ? { id, outcome: 'not-recorded', findings: [{ code: 'malformed' }] }
      : { id, outcome: 'accepted', findings: [] };
  const device = await supervisorAtWork(server);
  await saveIndex(device, 1, 1250);
  const [open] = await device.until('cases', null, (cases) => cases.length === 1);
  expect(await device.until('cases', null)).toHaveLength(1); // never empty first: the cursor would find no case
  expect(open).toMatchObject({
    why: 'set-aside',
    own: true,
    actorName: 'Elena Radu',
    receiptNumber: expect.stringMatching(/^[0-9A-Z]{11}$/),
    index: 1250,
    holderName: 'Țăranu Ștefan 1',
    meterSerial: 'WS-10001',
    findings: [{ code: 'malformed' }],
  });
  expect((await device.until('status', null)).refused).toBe(1);
  const submissionId = open?.submissionId ?? '';
  expect(await device.api.closeDay(null)).toMatchObject({
    outcome: 'blocked',
    waiting: [{ id: submissionId }],
  });
  expect(await device.api.decide({ submissionId, action: 'accept', note })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'not-decidable' }],
  });
  expect(await device.api.decide({ submissionId, action: 'set-aside', note })).toMatchObject({
    outcome: 'saved',
  });
  await device.until('cases', null, (cases) => cases.length === 0);
  await device.until('status', null, ({ refused }) => refused === 0);
  const decision = await received(server, 'decision');
  server.put({ verdicts: [verdictOn(decision)] });
  await device.until('day', null, ({ waiting }) => waiting === 0);
  const day = await device.until('day', null);
  expect(day.submissions.map(({ kind, settled }) => [kind, settled?.action])).toEqual([
    ['decision', undefined],
    ['reading', 'set-aside'],
  ]);
  expect(await device.api.closeDay(null)).toMatchObject({ outcome: 'closed' });
});

test('a decision that the server refused leaves the case open, and says why', async () => {
  const server = smallUtility();
  const device = await supervisorAtWork(server);
  const { id: submissionId } = await answered(server, device, { outcome: 'held' });
  await device.api.decide({ submissionId, action: 'accept', note });
  await device.until('cases', null, ([one]) => one?.decision !== null);
  const decision = await received(server, 'decision');
  const findings = [{ code: 'actor-not-allowed' }] as const;
  server.put({ verdicts: [verdictOn(decision, { outcome: 'refused', findings: [...findings] })] });
  await device.until('cases', null, ([one]) => one !== undefined && one.decision === null);
  const [attention] = await device.until('submissions', { show: 'attention' }, (list) => list.length === 2);
  expect(attention).toMatchObject({ kind: 'decision', state: 'refused', findings });
});

test('an accepted correction stands at once, before the server has answered, and instead of what it settles', async () => {
  const server = smallUtility();
  const device = await supervisorAtWork(server);
  const { id: settles } = await answered(server, device, { outcome: 'held' });
  const { accountId } = account;
  const correction = { accountId, meterId: 'meter-1', period: '2026-11', entry: '1240', note, settles };
  expect(await device.api.correctReading(correction, [])).toMatchObject({
    outcome: 'saved',
    submission: { kind: 'reading-correction', period: '2026-11', index: 1240 },
  });
  const view = await device.until('account', account, (seen) => november(seen) === 1240);
  const [corrected, before] = view?.meters[0]?.submissions ?? [];
  expect(corrected).toMatchObject({ kind: 'reading-correction', settles: { action: 'corrected' } });
  expect(before).toMatchObject({ state: 'held', settled: { action: 'corrected', pending: true } });
  expect(await device.api.correctReading(correction, [])).toMatchObject({
    outcome: 'blocked',
    findings: [{ code: 'already-settled' }, {}],
  });
});

test.each([
  ['accepted', 'not-decidable'],
  ['held', 'actor-not-allowed'],
] as const)('a correction that is %s and settles nothing leaves the case open', async (outcome, code) => {
  const server = smallUtility();
  const device = await supervisorAtWork(server);
  const { id: settles } = await answered(server, device, { outcome: 'held' });
  const asked = { accountId: 'account-1', meterId: 'meter-1', period: '2026-11', entry: '1240', note };
  await device.api.correctReading({ ...asked, settles }, []);
  await device.until('cases', null, ([one]) => one?.decision !== null);
  const correction = await received(server, 'reading-correction');
  server.put({ verdicts: [verdictOn(correction, { outcome, findings: [{ code }] })] });
  const isOpen = (one: { submissionId: string; decision: unknown }) =>
    one.submissionId === settles && one.decision === null;
  await device.until('cases', null, (cases) => cases.some(isOpen));
});

test('a month outside the window can be corrected; one that has not begun cannot', async () => {
  const server = smallUtility();
  const device = await supervisorAtWork(server);
  const { accountId } = account;
  const correct = (period: string, entry: string) =>
    device.api.correctReading({ accountId, meterId: 'meter-1', period, entry, note, settles: null }, [
      'correction-above-next',
    ]);
  expect(await correct('2027-01', '1260')).toMatchObject({
    outcome: 'blocked',
    findings: [{ code: 'correction-period' }],
  });
  expect(await correct('2026-09', '123456')).toMatchObject({ findings: [{ code: 'index-too-long' }] });
  expect(await correct('2026-09', '1210')).toMatchObject({ outcome: 'saved' });
  const view = await device.until('account', account, (seen) =>
    Boolean(seen?.meters[0]?.months.some(({ index }) => index === 1210)),
  );
  expect(view?.meters[0]?.months.map(({ consumptionM3 }) => consumptionM3)).toEqual([14, 4, 24]);
});

const orders = [
  ['verdicts', 'accounts', 'readings'],
  ['accounts', 'readings', 'verdicts'],
  ['readings', 'verdicts', 'accounts'],
] as const;

test.each(orders)(
  'a refused index that is accepted shows from the decision on, with %s, %s and %s in this order',
  async (...order) => {
    const server = smallUtility();
    const device = await supervisorAtWork(server);
    const submission = await answered(server, device, { outcome: 'refused' });
    const { id, capturedAt } = submission;
    expect(november(await device.until('account', account))).toBeUndefined();
    await device.api.decide({ submissionId: id, action: 'accept', note });
    const views: (AccountView | null)[] = [];
    await device.until('account', account, (view) => november(view) === 1250);
    const stop = await device.api.watch('account', account, (view) => views.push(view));
    const decision = await received(server, 'decision');
    const reading = monthReading('2026-11', 1250, { submissionId: id, capturedAt, source: 'clerk' });
    const [meter] = accountDocument(1).meters;
    if (!meter) throw new Error('an account has a meter');
    const history = historyDocument(1);
    const documents = {
      accounts: [
        accountDocument(1, { meters: [{ ...meter, latestReadings: [reading, ...meter.latestReadings] }] }),
      ],
      readings: [{ ...history, months: [...history.months, { ...reading, consumptionM3: 16 }] }],
      verdicts: [
        verdictOn(decision),
        verdictOn(submission, {
          settledBy: decision.id,
          settlement: { action: 'accept', note, by: 'Elena Radu', at: decision.capturedAt },
        }),
      ],
    };
    for (const name of order) {
      server.put({ [name]: documents[name] });
      await vi.waitFor(() => expect(server.requests.at(-1)).toBe(`GET /sync/pull/${name}`));
    }
    await vi.waitFor(() => {
      const seen = views.at(-1)?.meters[0];
      expect(seen?.submissions[0]?.settled).toMatchObject({ pending: false });
      expect(seen?.meter.latestReadings[0]?.index).toBe(1250);
    });
    stop();
    expect(views.map(november)).toEqual(views.map(() => 1250));
  },
);

test('the day is the utility’s, not the machine’s: it begins at midnight in Petroșani', async () => {
  const server = smallUtility();
  server.now = '2026-11-25T21:30:00.000Z'; // 23:30 on the 25th
  const machine = new Machine(server.now);
  const device = await supervisorAtWork(server, machine);
  await answered(server, device, {});
  expect(await device.until('day', null)).toMatchObject({
    day: '2026-11-25',
    submissions: [{ index: 1250 }],
  });
  machine.clock.advance(45 * 60_000);
  server.now = '2026-11-25T22:15:00.000Z'; // 00:15 on the 26th
  const later = await device.until('day', null);
  expect(later).toMatchObject({ day: '2026-11-26', submissions: [], waiting: 0, closings: [] });
});

test.each([
  ['wrong-credentials', 403, 'wrong-credentials'],
  ['not-a-supervisor', 403, 'not-a-supervisor'],
  ['not-an-export', 422, 'not-an-export'],
  ['other-server', 422, 'other-server'],
  ['other-office', 403, 'other-office'],
  ['too-fast', 429, 'too-fast'],
] as const)('an import that the server turns down with %s says so', async (code, status, reason) => {
  const server = smallUtility();
  const device = await supervisorAtWork(server);
  server.problem = (request) => (request === 'POST /sync/import-waiting' ? { status, code } : null);
  const file = { sealed: 'sealed', userName: 'elena', password: 'x' };
  expect(await device.api.importWaiting(file)).toEqual({ outcome: 'refused', reason });
  expect(await device.api.importWaiting({ ...file, password: '' })).toEqual({
    outcome: 'refused',
    reason: 'wrong-credentials',
  });
  server.goDown();
  expect(await device.api.importWaiting(file)).toEqual({ outcome: 'offline' });
});

test('an import that the server did not finish in time asks for the same file again, and is not an outage', async () => {
  const server = smallUtility();
  const device = await supervisorAtWork(server);
  server.problem = (request) =>
    request === 'POST /sync/import-waiting' ? { status: 503, code: 'server-trouble' } : null;
  const file = { sealed: 'sealed', userName: 'elena', password: 'x' };
  expect(await device.api.importWaiting(file)).toEqual({ outcome: 'go-on' });
});
