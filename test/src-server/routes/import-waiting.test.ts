import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { routes } from '../../../shared/sync/routes';
import { ImportWaitingResponse, SealingKey } from '../../../shared/sync/sealed-export';
import { run } from '../../../src-server/commands/program';
import { revokeDevice } from '../../../src-server/devices/administer';
import { readSealingKey } from '../../../src-server/sealing/sealing-key';
import { commandWords } from '../../support/commands';
import { headersOf } from '../../support/device-client';
import { sealTo, waitingExport } from '../../support/sealed';
import { decisionOn } from '../../support/settling';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const inWindow = '2026-11-26T07:00:00.000Z';

let utility: Utility;
let account: WorldAccount;
let broken: WorldDevice; // at the office, with what waits on it
let importing: WorldDevice; // at the same office
beforeEach(async () => {
  utility = await startUtility();
  [account] = utility.world.accounts as [WorldAccount];
  broken = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  importing = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
});
afterEach(() => utility.close());

const reading = (index: number, changed: Partial<Submission> = {}) =>
  readingSubmission({ device: broken, account, index, capturedAt: inWindow }, changed);

async function sealed(submissions: readonly unknown[], deviceId = broken.id): Promise<string> {
  return sealTo(await readSealingKey(utility.database.db), waitingExport(deviceId, submissions));
}

const handIn = async (file: string, who: { userName?: string; password?: string } = {}) =>
  utility.app.inject({
    method: 'POST',
    url: routes.importWaiting,
    headers: headersOf(importing.token),
    payload: { sealed: file, userName: 'mihai', password: utility.world.password, ...who },
  });

const audited = async (action: string) =>
  (
    await utility.database.pool.query(
      'select actor, subject, device_id as "deviceId", detail from audit where action = $1',
      [action],
    )
  ).rows;

test('what waited on a revoked device is decided as if it had sent it itself', async () => {
  const [fine, wrong] = [reading(240), reading(100, { capturedAt: '2026-11-26T07:01:00.000Z' })];
  await revokeDevice(utility.database.db, broken.id, { actor: 'test', now: inWindow });
  const reply = await handIn(await sealed([fine, wrong, { id: 'torn' }]));
  expect(reply.statusCode).toBe(200);
  const { answers, deviceId } = ImportWaitingResponse.parse(reply.json());
  expect(deviceId).toBe(broken.id);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused', 'not-recorded']);
  const { documents } = await utility.counter.pullAll('verdicts');
  expect(documents.map(({ id, deviceId: of }) => [id, of])).toEqual([
    [fine.id, broken.id],
    [wrong.id, broken.id],
  ]);
  expect(await audited('waiting-imported')).toEqual([
    {
      actor: 'mihai',
      subject: broken.id,
      deviceId: importing.id,
      detail: { exportedAt: '2026-11-26T07:30:00.000Z', submissions: 3 },
    },
  ]);
});

test('a decision sealed in the name of a counter at which no supervisor signed in settles nothing', async () => {
  const refused = readingSubmission({
    device: utility.world.counter,
    account,
    index: 200,
    capturedAt: inWindow,
  });
  await utility.counter.submitOne(refused);
  const device = await addDevice(utility.database, {
    surface: 'counter',
    offices: [petrosani],
    signedIn: false,
  });
  const forged = decisionOn(refused, { device, capturedAt: '2026-11-26T07:05:00.000Z', action: 'accept' });
  const { answers } = (await handIn(await sealed([forged], device.id))).json();
  expect(answers).toMatchObject([{ outcome: 'held', findings: [{ code: 'actor-not-allowed' }] }]);
  const { documents } = await utility.counter.pullAll('verdicts');
  expect(documents.find(({ id }) => id === refused.id)).toMatchObject({ settledBy: null });
});

test('handed in twice, and sent by the device itself afterwards, it counts once', async () => {
  const submission = reading(240);
  const file = await sealed([submission]);
  const [first, again] = [await handIn(file), await handIn(file)];
  expect(again.json().answers).toEqual(first.json().answers);
  expect(await utility.client(broken).submitOne(submission)).toEqual(first.json().answers[0]);
  const { rows } = await utility.database.pool.query(
    'select 1 from reading_revisions where submission_id is not null',
  );
  expect(rows).toHaveLength(1);
});

describe('nothing is done, and it is said why,', () => {
  afterEach(async () => {
    const { rows } = await utility.database.pool.query('select 1 from submissions');
    expect(rows).toEqual([]);
  });

  test('for a file that was sealed for another server', async () => {
    const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const key = SealingKey.parse({ ...(await exportJWK(publicKey)), kid: 'another' });
    const reply = await handIn(await sealTo(key, waitingExport(broken.id, [reading(240)])));
    expect(reply.json()).toMatchObject({ status: 422, code: 'other-server' });
  });

  test('for a file of a device that is not known here', async () => {
    const reply = await handIn(await sealed([reading(240)], 'device-elsewhere'));
    expect(reply.json()).toMatchObject({ code: 'other-server' });
  });

  test('for a file of a device of another office, handed in at a counter', async () => {
    const elsewhere = await addDevice(utility.database, { surface: 'counter', offices: [lupeni] });
    const submission = readingSubmission({ device: elsewhere, account, index: 240, capturedAt: inWindow });
    const reply = await handIn(await sealed([submission], elsewhere.id));
    expect(reply.json()).toMatchObject({ status: 403, code: 'other-office' });
    expect(await audited('waiting-imported')).toEqual([]);
  });

  test('for one that was tampered with, torn, or is something else', async () => {
    const file = await sealed([reading(240)]);
    const at = file.length - 40;
    const tampered = `${file.slice(0, at)}${file[at] === 'A' ? 'B' : 'A'}${file.slice(at + 1)}`;
    const other = await sealTo(await readSealingKey(utility.database.db), { format: 'something else' });
    for (const wrong of [tampered, file.slice(0, -9), 'no export at all', other]) {
      expect((await handIn(wrong)).json()).toMatchObject({ status: 422, code: 'not-an-export' });
    }
  });

  test('for a clerk, and for a wrong password, which slows the next tries down', async () => {
    const file = await sealed([reading(240)]);
    expect((await handIn(file, { userName: 'ana' })).json()).toMatchObject({ code: 'not-a-supervisor' });
    for (let tries = 0; tries < 3; tries++) {
      const reply = await handIn(file, { password: 'ghicit' });
      expect(reply.json()).toMatchObject({ status: 403, code: 'wrong-credentials' });
    }
    expect((await handIn(file)).json()).toMatchObject({ status: 429, code: 'too-fast' });
    const signIn = await utility.app.inject({
      method: 'POST',
      url: routes.signIn,
      headers: headersOf(importing.token),
      payload: { userName: 'mihai', password: utility.world.password },
    });
    expect(signIn.json()).toMatchObject({ code: 'too-fast' });
  });
});

describe('ghiseu waiting import', () => {
  let folder: string;
  const said = commandWords(() => utility.database.url);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ghiseu-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Too long ago for any month that is still open, whatever the machine's clock shows. */
  const longAgo = () => reading(240, { capturedAt: '2025-02-26T07:00:00.000Z' });

  async function command(content: string, ...who: string[]): Promise<number> {
    const file = join(folder, 'ce-așteaptă.ghiseu');
    writeFileSync(file, `${content}\n`);
    return run(['node', 'ghiseu', 'waiting', 'import', file, ...who]);
  }

  test('takes a file under a supervisor’s name and password', async () => {
    vi.stubEnv('GHISEU_PASSWORD', utility.world.password);
    expect(await command(await sealed([longAgo()]), '--user', 'Mihai')).toBe(0);
    expect(said.join('\n')).toMatch(/1 submissions of device .*: 0 accepted, 1 held, 0 refused/);
    expect(await audited('waiting-imported')).toMatchObject([{ actor: 'mihai', deviceId: null }]);
  });

  test('takes it from an operator, whose name is written down', async () => {
    expect(await command(await sealed([longAgo()]), '--as', 'Dan')).toBe(0);
    expect(await audited('waiting-imported')).toMatchObject([{ actor: 'operator:Dan' }]);
  });

  test('says in a sentence what is wrong', async () => {
    vi.stubEnv('GHISEU_PASSWORD', utility.world.password);
    expect(await command('something else', '--user', 'mihai')).toBe(1);
    expect(await command(await sealed([]), '--user', 'ana')).toBe(1);
    expect(await command(await sealed([]))).toBe(1);
    vi.stubEnv('GHISEU_PASSWORD', 'ghicit');
    expect(await command(await sealed([]), '--user', 'mihai')).toBe(1);
    expect(said.map((words) => words.replace(/^.*ghiseu is/, 'FILE is'))).toEqual([
      'FILE is no export of what waits on a device, or it is damaged. Nothing was imported.',
      'ana is not a supervisor.',
      'Name who imports it: a supervisor with --user, or yourself with --as.',
      'User name or password is wrong.',
    ]);
    expect(await audited('waiting-imported')).toEqual([]);
  });
});
