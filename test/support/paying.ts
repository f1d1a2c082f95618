import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type OfferedOrder, PaymentOffersResponse } from '../../shared/sync/payment-offer';
import { PaymentOrderRequest, PaymentOrderResponse } from '../../shared/sync/payment-order';
import { Problem } from '../../shared/sync/problem';
import { routes } from '../../shared/sync/routes';
import { type AppOptions, buildApp } from '../../src-server/app';
import type { Database } from '../../src-server/db/connect';
import { readTokenKey } from '../../src-server/db/server-state';
import { type CallingDevice, deviceByToken } from '../../src-server/devices/calling-device';
import { secretHash } from '../../src-server/devices/secrets';
import type { CallbackMode } from '../../src-server/payment-page/simulator/callbacks';
import { startPageSimulator } from '../../src-server/payment-page/simulator/page-simulator';
import { temporaryFolder } from '../src-server/postgres/temporary-folder';
import { testClock } from './clock';
import { headersOf } from './device-client';
import { type SimulatedTerminal, simulatedTerminal } from './simulated-terminal';
import { startUtility } from './utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from './world';

/* Every account owes 42,00 lei on one invoice of 84,00. */
export const now = '2026-11-26T08:00:00.000Z';
export const key = 'a-key-that-both-sides-know';

export type Paying = Awaited<ReturnType<typeof startPaying>>;

/** A utility whose server takes payments: a simulated payment page, and kiosks to pay at. */
export async function startPaying(
  options: { accounts?: number; callbacks?: CallbackMode; app?: Partial<AppOptions> } = {},
) {
  const clock = testClock(now);
  const said: string[] = [];
  const say = (sentence: string) => void said.push(sentence);
  const callbacks = options.callbacks ?? 'once';
  const page = await startPageSimulator({ port: 0, key, callbacks, clock, say, firstPauseMs: 20 });
  const appOptions = {
    clock,
    paymentPage: { url: page.url, key, publicUrl: null },
    pollMs: 200,
    coalesceMs: 5,
    drainMs: 1_000,
    ...options.app,
    desk: { reconcileMs: 30, ...options.app?.desk },
  };
  const utility = await startUtility({ accountsPerOffice: options.accounts ?? 30, now, app: appOptions });
  await utility.app.listen({ port: 0, host: '127.0.0.1' });
  const unused = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  const apps: FastifyInstance[] = [];
  const folder = temporaryFolder();
  const terminals: SimulatedTerminal[] = [];
  return {
    utility,
    database: utility.database,
    clock,
    page,
    said,
    /** An account that nobody has paid for yet. */
    account: () => unused.pop() as WorldAccount,
    kiosk: (terminalAddress: string | null = null) => addKiosk(utility.database, terminalAddress),
    /** A kiosk with a simulated terminal of its own beside it. */
    async beside(terminalOptions: Parameters<typeof simulatedTerminal>[1] = {}) {
      const terminal = await simulatedTerminal(folder.path, terminalOptions);
      terminals.push(terminal);
      const kiosk = await addKiosk(utility.database, terminal.address);
      return { terminal, kiosk, at: payer(utility.app, kiosk) };
    },
    /** Another server process, as far as this one can be two. */
    async secondApp(changed: Partial<AppOptions> = {}): Promise<FastifyInstance> {
      const app = await buildApp({ database: utility.database, ...appOptions, ...changed });
      apps.push(app);
      return app;
    },
    async close(): Promise<void> {
      for (const app of apps) await app.close();
      await utility.close();
      await page.close();
      for (const terminal of terminals) await terminal.close();
      folder.remove();
    },
  };
}

/** A self-service device at Petroșani, with a card terminal beside it or none. */
export async function addKiosk(database: Database, terminalAddress: string | null): Promise<WorldDevice> {
  const kiosk = await addDevice(database, {
    surface: 'self-service',
    offices: [petrosani],
    signedIn: false,
  });
  await database.pool.query('update devices set terminal_address = $2 where id = $1', [
    kiosk.id,
    terminalAddress,
  ]);
  return kiosk;
}

/** Whom a desk of this process is called by. */
export async function callingDeviceOf(
  { database }: Pick<Paying, 'database'>,
  { token }: Pick<WorldDevice, 'token'>,
): Promise<CallingDevice> {
  const device = await deviceByToken(database, secretHash(await readTokenKey(database.db), token));
  if (!device) throw new Error('no device');
  return device;
}

export function orderFor(
  account: Pick<WorldAccount, 'id'>,
  changed: Partial<PaymentOrderRequest> = {},
): PaymentOrderRequest {
  const invoiceIds = [`invoice-${account.id}`];
  const order = { id: randomUUID(), accountId: account.id, invoiceIds, amountBani: 4_200 };
  return PaymentOrderRequest.parse({ ...order, channel: 'terminal', language: 'ro', ...changed });
}

/** What a kiosk asks of payment orders, parsed by the wire's schemas. */
export function payer(app: FastifyInstance, { token }: Pick<WorldDevice, 'token'>) {
  const headers = headersOf(token);
  return {
    async begin(payload: PaymentOrderRequest) {
      const reply = await app.inject({ method: 'POST', url: routes.paymentOrders, payload, headers });
      if (reply.statusCode !== 200) throw new Error(Problem.parse(reply.json()).code);
      return PaymentOrderResponse.parse(reply.json()).order;
    },
    async follow(id: string, waitMs = 0) {
      const query = { waitMs: String(waitMs) };
      const reply = await app.inject({ method: 'GET', url: routes.paymentOrder(id), query, headers });
      if (reply.statusCode !== 200) throw new Error(Problem.parse(reply.json()).code);
      return PaymentOrderResponse.parse(reply.json()).order;
    },
    async offer(...orders: unknown[]) {
      const payload = { orders };
      const reply = await app.inject({ method: 'POST', url: routes.paymentOffers, payload, headers });
      if (reply.statusCode !== 200) throw new Error(Problem.parse(reply.json()).code);
      return PaymentOffersResponse.parse(reply.json()).answers;
    },
  };
}

/** What a kiosk's journal holds of an order, as it is offered. */
export function offerOf(order: PaymentOrderRequest, changed: Partial<OfferedOrder> = {}): OfferedOrder {
  const { id, accountId, amountBani, channel, invoiceIds } = order;
  const invoices = invoiceIds.map((invoiceId) => ({ invoiceId, amountBani }));
  const beganAt = '2026-11-26T07:30:00.000Z';
  return {
    id,
    accountId,
    amountBani,
    channel,
    invoices,
    beganAt,
    state: 'asked',
    seenPaid: false,
    ...changed,
  };
}

/** The money of an account, as it stands in the tables. */
export async function booksOf({ pool }: Pick<Database, 'pool'>, { id }: Pick<WorldAccount, 'id'>) {
  const one = async (query: string) => (await pool.query(query, [id])).rows;
  const [account] = await one('select balance_bani::int as bani from accounts where id = $1');
  const [invoice] = await one('select outstanding_bani::int as bani from invoices where account_id = $1');
  const payments = await one(
    `select p.id, p.amount_bani::int as "amountBani", p.method, p.terminal_reference as "terminalReference",
       p.device_id as "deviceId", p.receipt_number as "receiptNumber",
       (select coalesce(sum(a.amount_bani), 0)::int from payment_allocations a where a.payment_id = p.id) as "paysBani"
     from payments p where p.account_id = $1 and p.id <> 'payment-' || $1 order by p.paid_at, p.id`,
  );
  return { balanceBani: account?.bani, outstandingBani: invoice?.bani, payments };
}
