import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandsOf, commandWords } from '../../support/commands';
import { addKiosk, booksOf, offerOf, orderFor, payer } from '../../support/paying';
import { startUtility, type Utility } from '../../support/utility';
import { petrosani, type WorldAccount } from '../../support/world';

let utility: Utility;
let accounts: WorldAccount[];
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 10 });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
});
afterAll(() => utility.close());
const said = commandWords(() => utility.database.url);
const { ghiseu, complaint } = commandsOf('payment', said);
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said.push(String(words));
    return true;
  });
});

async function orderIn(state: 'open' | 'unknown' | 'declined', hoursAgo = 3) {
  const account = accounts.pop() as WorldAccount;
  const kiosk = await addKiosk(utility.database, 'terminal-1:9100');
  const { id, invoiceIds, amountBani } = orderFor(account);
  const madeAt = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await utility.database.pool.query(
    `insert into payment_orders (id, account_id, device_id, channel, amount_bani, claims, state, made_at, ends_at)
     values ($1, $2, $3, 'terminal', $4, $5, $6, $7, $7)`,
    [
      id,
      account.id,
      kiosk.id,
      amountBani,
      JSON.stringify([{ invoiceId: invoiceIds[0], amountBani }]),
      state,
      madeAt,
    ],
  );
  return { id, account, kiosk, madeAt };
}

async function stateOf(id: string): Promise<string> {
  const { rows } = await utility.database.pool.query('select state from payment_orders where id = $1', [id]);
  return rows[0].state;
}

async function auditOf(id: string) {
  const { rows } = await utility.database.pool.query(
    `select actor, detail from audit where subject = $1 and action = 'payment-order'`,
    [id],
  );
  return rows;
}

const byAna = ['--by', 'Ana Pop', '--note', 'lista băncii din 26.11'];
const untouched = { balanceBani: 4_200, outstandingBani: 4_200, payments: [] };

test('what is not known is listed with its amount and age, and nothing else', async () => {
  expect(await ghiseu('list')).toBe('What became of every payment is known.');
  said.length = 0;
  const unknown = await orderIn('unknown');
  const others = [await orderIn('open'), await orderIn('declined')];
  const words = await ghiseu('list');
  expect(words).toContain(unknown.id);
  expect(words).toContain('42.00 lei of client ');
  expect(words).toContain(`at ${unknown.kiosk.name}, card terminal terminal-1:9100`);
  expect(words).toMatch(/since .*: 3 h/);
  for (const { id } of others) expect(words).not.toContain(id);
  said.length = 0;
  expect(JSON.parse(await ghiseu('list', '--json'))).toMatchObject([{ id: unknown.id, amountBani: 4_200 }]);
  said.length = 0;
  await ghiseu('settle', unknown.id, '--not-charged', ...byAna);
});

test('one that a kiosk offered for an account which is not here is listed until it is', async () => {
  const { token, name } = await addKiosk(utility.database, 'terminal-2:9100');
  const order = orderFor({ id: 'account-of-later' });
  await payer(utility.app, { token }).offer(offerOf(order));
  const words = await ghiseu('list');
  expect(words).toContain(`42.00 lei of account account-of-later at ${name}, card terminal terminal-2:9100`);
  expect(words).toContain('import it');
  expect(await complaint('settle', order.id, '--paid', '048213', ...byAna)).toContain(
    'There is no payment order',
  );
  await utility.database.pool.query(`delete from audit where subject = $1`, [order.id]);
});

test('one that was charged is paid once, under the number of the charge and the name of who looked', async () => {
  const { id, account, madeAt } = await orderIn('unknown');
  expect(await ghiseu('settle', id, '--paid', '048213', ...byAna)).toContain('42.00 lei were paid');
  const books = await booksOf(utility.database, account);
  expect(books).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
  expect(books.payments).toMatchObject([
    { id, method: 'card', terminalReference: '048213', paysBani: 4_200 },
  ]);
  const payments = (await utility.counter.pullAll('payments')).documents;
  expect(payments.find((payment) => payment.id === id)).toMatchObject({ paidAt: madeAt });
  expect(await auditOf(id)).toMatchObject([
    {
      actor: 'operator:Ana Pop',
      detail: { state: 'paid', by: 'operator', before: 'unknown', note: 'lista băncii din 26.11' },
    },
  ]);
  expect(await complaint('settle', id, '--paid', '048213', ...byAna)).toContain('it is paid');
  expect(await complaint('settle', id, '--not-charged', ...byAna)).toContain('it is paid');
  expect((await booksOf(utility.database, account)).payments).toHaveLength(1);
});

test('one that was not charged has failed, and its invoices are as they were', async () => {
  const { id, account } = await orderIn('unknown');
  expect(await ghiseu('settle', id, '--not-charged', ...byAna)).toContain('can be paid again');
  expect(await stateOf(id)).toBe('failed');
  expect(await booksOf(utility.database, account)).toEqual(untouched);
  expect(await auditOf(id)).toMatchObject([{ actor: 'operator:Ana Pop', detail: { state: 'failed' } }]);
});

describe('nothing is settled', () => {
  test.each(['open', 'declined'] as const)('of an order that is %s', async (state) => {
    const { id, account } = await orderIn(state);
    for (const outcome of [['--paid', '1'], ['--not-charged']])
      expect(await complaint('settle', id, ...outcome, ...byAna)).toContain(`it is ${state}`);
    expect(await stateOf(id)).toBe(state);
    expect(await booksOf(utility.database, account)).toEqual(untouched);
  });

  test('of an order that is not there', async () => {
    expect(await complaint('settle', 'nothing', '--not-charged', ...byAna)).toContain(
      'no payment order nothing',
    );
  });

  test('without saying what became of it, who says so, and why', async () => {
    const { id } = await orderIn('unknown');
    expect(await complaint('settle', id, ...byAna)).toContain('--paid');
    expect(await complaint('settle', id, '--paid', '1', '--not-charged', ...byAna)).toContain('--paid');
    expect(await complaint('settle', id, '--paid', ' ', ...byAna)).toContain('is empty');
    expect(await complaint('settle', id, '--not-charged', '--note', 'x')).toContain('--by');
    expect(await complaint('settle', id, '--not-charged', '--by', 'Ana')).toContain('--note');
    expect(await stateOf(id)).toBe('unknown');
  });
});
