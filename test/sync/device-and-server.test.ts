import { afterEach, expect, test, vi } from 'vitest';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldDevice } from '../support/world';

const now = '2026-11-26T08:00:00.000Z';
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function listening(): Promise<{ utility: Utility; baseUrl: string }> {
  const utility = await startUtility({ now });
  undo.push(() => utility.close());
  return { utility, baseUrl: await utility.app.listen({ host: '127.0.0.1', port: 0 }) };
}

async function counterAtWork(baseUrl: string, as: WorldDevice, password: string): Promise<TestDevice> {
  const machine = new Machine(now);
  machine.enrolAs(as);
  const device = await startDevice({ machine, baseUrl });
  undo.push(() => device.stop());
  await device.synced();
  expect(await device.api.signIn('ana', password)).toMatchObject({ outcome: 'signed-in' });
  return device;
}

test('an index saved at one counter is on another counter’s screen without a reload', async () => {
  const { utility, baseUrl } = await listening();
  const { world, database } = utility;
  const second = await addDevice(database, { surface: 'counter', offices: [petrosani] });
  const a = await counterAtWork(baseUrl, world.counter, world.password);
  const b = await counterAtWork(baseUrl, second, world.password);
  const account = world.accounts[0];
  if (!account) throw new Error('the world has accounts');
  const { id: accountId, meterId, lastIndex } = account;
  const outcome = await a.api.saveReading({ accountId, meterId, entry: String(lastIndex + 11) }, []);
  expect(outcome).toMatchObject({ outcome: 'saved', submission: { period: '2026-11' } });
  const there = await b.until('account', { accountId }, (view) => view?.meters[0]?.current !== null);
  expect(there?.meters[0]?.current).toMatchObject({ index: lastIndex + 11, source: 'clerk' });
  const here = await a.until('account', { accountId }, (view) => {
    return view?.meters[0]?.currentSubmission?.state === 'received';
  });
  expect(here?.meters[0]?.current?.index).toBe(lastIndex + 11);
  await vi.waitFor(async () => {
    expect((await a.until('status', null)).waiting.submissions).toBe(0);
  });
});
