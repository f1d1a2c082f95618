import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CallingDevice } from '../../../src-server/devices/calling-device';
import type { PaymentDesk } from '../../../src-server/orders/payment-desk';
import type { CardTerminal } from '../../../src-server/terminal/card-terminal';
import { deskOn } from '../../support/desk';
import { callingDeviceOf, orderFor, type Paying, startPaying } from '../../support/paying';
import { soon } from '../../support/soon';

/* What may happen while a terminal is asked whether it is ready. */
type Readiness = Awaited<ReturnType<CardTerminal['readiness']>>;

let paying: Paying;
let device: CallingDevice;
let desk: PaymentDesk;
let asked: ((readiness: Readiness) => void)[];
let sold: string[];

const terminals = (): CardTerminal => ({
  readiness: () => new Promise((resolve) => void asked.push(resolve)),
  sale: ({ reference }, signal) => {
    sold.push(reference);
    return new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve({ outcome: 'declined', reason: 'given up' })),
    );
  },
  status: async () => ({ outcome: 'unknown' }),
});

beforeAll(async () => {
  paying = await startPaying({ app: { desk: { reconcileMs: 3_600_000 } } });
});
afterAll(() => paying.close());
beforeEach(async () => {
  [asked, sold] = [[], []];
  device = await callingDeviceOf(paying, await paying.kiosk('terminal:9100'));
  desk = deskOn({ database: paying.database, clock: paying.clock, pageUrl: paying.page.url }, { terminals });
});
afterEach(() => desk.close());

const everyoneAsked = (count: number) => expect.poll(() => asked.length, soon).toBe(count);

test('the same order, asked for again before the first answer, is answered though its own sale makes the terminal busy', async () => {
  const order = orderFor(paying.account());
  const first = desk.begin(device, order);
  await everyoneAsked(1);
  const second = desk.begin(device, order);
  await everyoneAsked(2);
  asked[0]?.('ready');
  expect(await first).toMatchObject({ id: order.id, state: 'open' });
  asked[1]?.('busy');
  expect(await second).toMatchObject({ id: order.id, state: 'open' });
  expect(sold).toEqual([order.id]);
});

test('another customer’s order is refused by a terminal that became busy', async () => {
  const begun = desk.begin(device, orderFor(paying.account()));
  await everyoneAsked(1);
  const other = desk.begin(device, orderFor(paying.account()));
  await everyoneAsked(2);
  asked[0]?.('ready');
  await begun;
  asked[1]?.('busy');
  await expect(other).rejects.toMatchObject({ problem: { code: 'terminal-busy' } });
});

test.each(['terminal-2:9100', null])(
  'a terminal that is exchanged meanwhile (%s) is not driven',
  async (now) => {
    const order = orderFor(paying.account());
    const begun = desk.begin(device, order);
    await everyoneAsked(1);
    const { pool } = paying.database;
    await pool.query('update devices set terminal_address = $2 where id = $1', [device.id, now]);
    asked[0]?.('ready');
    await expect(begun).rejects.toMatchObject({ problem: { code: 'no-card-terminal' } });
    expect(sold).toEqual([]);
    await expect(desk.follow(device, { id: order.id, waitMs: 0 })).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
  },
);
