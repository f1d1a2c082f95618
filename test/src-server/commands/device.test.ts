import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { EnrolResponse } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import { rangesInWords, without } from '../../../src-server/devices/ranges';
import { commandsOf, commandWords } from '../../support/commands';
import { deviceClient, headersOf } from '../../support/device-client';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import {
  addDevice,
  petrosani,
  signInEverybody,
  type WorldAccount,
  type WorldDevice,
} from '../../support/world';

let utility: Utility;
beforeAll(async () => {
  utility = await startUtility();
});
afterAll(() => utility.close());
const said = commandWords(() => utility.database.url);
const { ghiseu, complaint } = commandsOf('device', said);

async function redeem(code: string) {
  const reply = await utility.app.inject({ method: 'POST', url: routes.enrol, payload: { code } });
  return { status: reply.statusCode, body: reply.json() };
}

const madeBy = (device: Pick<WorldDevice, 'id'>, changed: Partial<Submission>): Submission => {
  const account = utility.world.accounts[0] as WorldAccount;
  return readingSubmission({ device, account, index: 240, capturedAt: '2026-11-26T07:00:00.000Z' }, changed);
};

test('the list names the numbers that never arrived, and those that could not be recorded', async () => {
  const device = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const client = utility.client(device);
  await client.greet();
  const numbers = [1, 2, 5, 6, 10];
  await client.submit(numbers.map((deviceSeq) => madeBy(device, { deviceSeq })));
  await client.submit([{ ...madeBy(device, { deviceSeq: 8 }), kind: 'poem' }]);
  const [block] = (await ghiseu('list')).split('\n\n').filter((text) => text.includes(device.id));
  expect(block).toMatch(`${device.name} (counter, ${petrosani.id})`);
  expect(block).toMatch(/last contact +2026-11-26 08:00/);
  expect(block).toMatch(/submissions +5, the last has number 10/);
  expect(block).toMatch(/MISSING +3–4, 7, 9$/m);
  expect(block).toMatch(/not recorded +8$/m);
  said.length = 0;
  const listed = JSON.parse(await ghiseu('list', '--json')).find(
    ({ id }: { id: string }) => id === device.id,
  );
  expect(listed).toMatchObject({ submissions: 5, lastSeq: 10, notRecorded: [8], revokedAt: null });
});

test('missing numbers are said as ranges', () => {
  expect(
    rangesInWords([
      [17, 17],
      [20, 22],
    ]),
  ).toBe('17, 20–22');
  expect(
    rangesInWords(
      [
        [1, 1],
        [3, 3],
        [5, 9],
      ],
      2,
    ),
  ).toBe('1, 3 and 1 more places');
  expect(
    without(
      [
        [1, 5],
        [9, 9],
      ],
      [1, 3, 9],
    ),
  ).toEqual([
    [2, 2],
    [4, 5],
  ]);
});

test('a code enrols one device, in whatever case it is typed', async () => {
  await ghiseu('enrol', '--office', petrosani.id, '--surface', 'self-service', '--name', 'Infochioșc 2');
  const [code = ''] = said;
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const { body } = await redeem(code.toLowerCase());
  expect(EnrolResponse.parse(body).device).toMatchObject({
    name: 'Infochioșc 2',
    surface: 'self-service',
    offices: [petrosani],
  });
  expect((await redeem(code)).body).toMatchObject({ code: 'code-used' });
});

test('a machine that replaces a device is that device: its old token is dead, what waited is accepted', async () => {
  const device = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const before = madeBy(device, { deviceSeq: 1 });
  const first = await utility.client(device).submitOne(before);
  await ghiseu('enrol', '--replace', device.id);
  const { token: _, ...same } = device;
  expect((await utility.client(device).greet()).device).toEqual(same); // until the code is redeemed nothing changes
  const enrolled = EnrolResponse.parse((await redeem(said[0] ?? '')).body);
  expect(enrolled).toMatchObject({ device: same, lastSeq: 1 });
  const old = await utility.app.inject({ url: routes.pull('policy'), headers: headersOf(device.token) });
  expect(old.json()).toMatchObject({ code: 'unauthenticated' });
  const client = deviceClient(utility.app, enrolled.token);
  expect(await client.submitOne(before)).toEqual(first);
  expect(await client.submitOne(madeBy(device, { deviceSeq: 2 }))).toMatchObject({ outcome: 'accepted' });
  expect((await client.greet()).lastSeq).toBe(2);
});

test('a device that the database was restored without comes back under its own id', async () => {
  const device = { id: randomUUID() };
  const place = ['--office', petrosani.id, '--surface', 'counter', '--name', 'Ghișeu 9'];
  await ghiseu('enrol', '--replace', device.id, ...place);
  const enrolled = EnrolResponse.parse((await redeem(said[0] ?? '')).body);
  expect(enrolled.device).toEqual({
    id: device.id,
    name: 'Ghișeu 9',
    surface: 'counter',
    offices: [petrosani],
  });
  await signInEverybody(utility.database, device.id);
  const client = deviceClient(utility.app, enrolled.token);
  expect(await client.submitOne(madeBy(device, { deviceSeq: 7 }))).toMatchObject({ outcome: 'accepted' });
  expect(await complaint('enrol', '--replace', device.id, ...place)).toMatch('leave them out');
});

test('a revoked device is shut out, and comes back only by being replaced', async () => {
  const device = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  await ghiseu('revoke', device.id);
  await expect(utility.client(device).greet()).rejects.toThrow('device-revoked');
  expect(await complaint('revoke', device.id)).toMatch('is revoked already');
  expect(await ghiseu('list')).toMatch(`${device.name} (counter, ${petrosani.id}) REVOKED`);
  said.length = 0;
  await ghiseu('enrol', '--replace', device.id);
  const { token } = EnrolResponse.parse((await redeem(said[0] ?? '')).body);
  expect((await deviceClient(utility.app, token).greet()).device.id).toBe(device.id);
});

test.each([
  [
    ['enrol', '--office', 'vulcan', '--surface', 'counter', '--name', 'x'],
    'There is no office vulcan. There are: ',
  ],
  [['enrol', '--name', 'x'], 'Say where the device stands'],
  [['enrol', '--replace', 'nobody'], 'There is no device nobody'],
  [['enrol', '--replace', 'nobody', '--name', 'x'], 'There is no device nobody'],
  [['enrol', '--surface', 'garden'], 'Allowed choices are counter, self-service'],
  [['revoke', 'nobody'], 'There is no device nobody'],
])('%j is explained', async (args, sentence) => {
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said.push(String(words));
    return true;
  });
  expect(await complaint(...args)).toMatch(sentence);
});
