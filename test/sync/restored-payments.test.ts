import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { PaymentChannel, PaymentOrder } from '../../shared/sync/payment-order';
import { buildApp } from '../../src-server/app';
import { connect, type Database } from '../../src-server/db/connect';
import { receiptFor } from '../../src-server/decide/receipt';
import { temporaryFolder } from '../src-server/postgres/temporary-folder';
import { testClock } from '../support/clock';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { addKiosk, booksOf, key, now, startPaying } from '../support/paying';
import { backupOf } from '../support/restoring';
import { simulatedTerminal } from '../support/simulated-terminal';
import { soon } from '../support/soon';
import type { WorldAccount } from '../support/world';

/* Every account owes 42,00 lei on one invoice of 84,00. */
const folder = temporaryFolder();
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  vi.restoreAllMocks();
});

afterAll(() => folder.remove());

const collections = ['policy', 'accounts', 'verdicts', 'invoices'] as const;
type TerminalOptions = Parameters<typeof simulatedTerminal>[1];

/** A kiosk with a terminal beside it at work, and a backup of its server from before anybody paid there. */
async function kioskAtWork(options: TerminalOptions = {}) {
  const terminal = await simulatedTerminal(folder.path, options);
  undo.push(terminal.close);
  const paying = await startPaying({ accounts: 4 });
  undo.push(paying.close);
  const { database, app } = paying.utility;
  const machine = new Machine(now);
  machine.enrolAs(await addKiosk(database, terminal.address));
  const baseUrl = app.listeningOrigin;
  const start = async (): Promise<TestDevice> => {
    const device = await startDevice({ machine, baseUrl, collections });
    undo.push(() => device.stop());
    await device.synced();
    return device;
  };
  const device = await start();
  const backup = await backupOf(database.url, now);
  undo.push(backup.remove);
  /** The server is lost, and comes back at the same address as it was before. */
  async function restore(): Promise<Database> {
    await app.close();
    const { url, drop } = await backup.restored();
    undo.push(drop);
    const restored = connect(url);
    const page = { url: paying.page.url, key, publicUrl: null };
    const times = { pollMs: 200, coalesceMs: 5, drainMs: 1_000, desk: { reconcileMs: 30 } };
    const again = await buildApp({ database: restored, clock: testClock(now), paymentPage: page, ...times });
    undo.push(async () => {
      await again.close();
      await restored.close();
    });
    await again.listen({ host: '127.0.0.1', port: Number(new URL(baseUrl).port) });
    return restored;
  }
  return { paying, terminal, device, start, restore };
}

async function ordered(
  device: TestDevice,
  { id: accountId, internalCode }: WorldAccount,
  channel: PaymentChannel,
) {
  const codes = { clientCode: accountId.slice('account-'.length).slice(-15), internalCode };
  expect(await device.api.identify(codes)).toMatchObject({ outcome: 'identified' });
  const entry = {
    accountId,
    invoiceIds: [`invoice-${accountId}`],
    amountBani: 4_200,
    language: 'ro' as const,
  };
  const outcome = await device.api.orderPayment({ ...entry, orderId: randomUUID(), channel });
  if (outcome.outcome !== 'order') throw new Error(JSON.stringify(outcome));
  return outcome.order;
}

async function settled(device: TestDevice, { id }: PaymentOrder): Promise<PaymentOrder['state']> {
  for (;;) {
    const followed = await device.api.followOrder(id);
    if (followed.outcome !== 'order') throw new Error(JSON.stringify(followed));
    if (followed.order.state !== 'open' && followed.order.state !== 'unknown') return followed.order.state;
  }
}

async function stateIn({ pool }: Database, { id }: PaymentOrder): Promise<string | undefined> {
  return (await pool.query('select state from payment_orders where id = $1', [id])).rows[0]?.state;
}

const untouched = { balanceBani: 4_200, outstandingBani: 4_200, payments: [] };
const paidBy = (order: PaymentOrder, method: 'card' | 'online') => ({
  ...{ balanceBani: 0, outstandingBani: 0 },
  payments: [
    { id: order.id, method, amountBani: 4_200, paysBani: 4_200, receiptNumber: receiptFor(order.id) },
  ],
});

test('what was paid at a kiosk after the backup is back in the books of the restored server, exactly once', async () => {
  const { paying, terminal, device, start, restore } = await kioskAtWork();
  const [byCard, byPhone] = [paying.account(), paying.account()];
  const card = await ordered(device, byCard, 'terminal');
  expect(await settled(device, card)).toBe('paid');
  const phone = await ordered(device, byPhone, 'page');
  const url = new URL(phone.pageUrl ?? '');
  await fetch(`${url.origin}${url.pathname}/pay${url.search}`, { method: 'POST' });
  expect(await settled(device, phone)).toBe('paid');

  const restored = await restore();
  expect(await booksOf(restored, byCard)).toEqual(untouched);
  const areBack = async (): Promise<void> => {
    expect(await booksOf(restored, byCard)).toMatchObject(paidBy(card, 'card'));
    expect(await booksOf(restored, byPhone)).toMatchObject(paidBy(phone, 'online'));
  };
  await vi.waitFor(areBack, soon);

  await device.stop();
  const next = await start();
  await next.api.syncNow();
  expect(await settled(next, card)).toBe('paid');
  await areBack();
  const { rows } = await restored.pool.query('select count(*)::int as orders from payment_orders');
  expect(rows).toEqual([{ orders: 2 }]);
  expect(terminal.charged()).toEqual([card.id]);
});

test('a card that is charged while the server is lost is paid on the restored one', async () => {
  const { paying, terminal, device, restore } = await kioskAtWork({ cardMs: 300 });
  const account = paying.account();
  const order = await ordered(device, account, 'terminal');
  await vi.waitFor(() => expect(terminal.said).toHaveLength(1), soon); // it waits for the card
  const restored = await restore();
  await vi.waitFor(
    async () => expect(await booksOf(restored, account)).toMatchObject(paidBy(order, 'card')),
    soon,
  );
  expect(terminal.charged()).toEqual([order.id]);
});

test('a card that was declined takes nothing from anybody after the restore either', async () => {
  const { paying, terminal, device, restore } = await kioskAtWork({ answer: 'decline' });
  const account = paying.account();
  const order = await ordered(device, account, 'terminal');
  expect(await settled(device, order)).toBe('declined');
  const restored = await restore();
  await vi.waitFor(async () => expect(await stateIn(restored, order)).toBe('declined'), soon);
  expect(await booksOf(restored, account)).toEqual(untouched);
  expect(terminal.charged()).toEqual([]);
});
