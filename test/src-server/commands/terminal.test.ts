import { afterAll, beforeAll, expect, test } from 'vitest';
import { EnrolResponse } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import { terminalAddressOf } from '../../../src-server/devices/terminal-address';
import { commandsOf, commandWords } from '../../support/commands';
import { addKiosk, orderFor } from '../../support/paying';
import { startUtility, type Utility } from '../../support/utility';
import { petrosani, type WorldAccount } from '../../support/world';

let utility: Utility;
beforeAll(async () => {
  utility = await startUtility();
});
afterAll(() => utility.close());
const said = commandWords(() => utility.database.url);
const { ghiseu, complaint } = commandsOf('device', said);

const addressOf = (id: string) => terminalAddressOf(utility.database.db, id);

test('a kiosk is given a card terminal, and offers it; and none', async () => {
  const kiosk = await addKiosk(utility.database, null);
  expect(await ghiseu('terminal', kiosk.id, '192.168.1.20:9100')).toContain(
    `${kiosk.name} charges cards at 192.168.1.20:9100.`,
  );
  expect((await utility.client(kiosk).greet()).kiosk).toMatchObject({ cardTerminal: true });
  const [block] = (await ghiseu('list')).split('\n\n').filter((text) => text.includes(kiosk.id));
  expect(block).toMatch(/card terminal +192\.168\.1\.20:9100/);
  expect(await ghiseu('terminal', kiosk.id, 'none')).toContain('no card terminal any more');
  expect((await utility.client(kiosk).greet()).kiosk).toMatchObject({ cardTerminal: false });
});

test('an enrolment code carries the terminal of the device that it makes', async () => {
  const place = ['--office', petrosani.id, '--name', 'Infochioșc 7', '--surface', 'self-service'];
  await ghiseu('enrol', ...place, '--terminal', 'terminal-7:9100');
  const reply = await utility.app.inject({
    method: 'POST',
    url: routes.enrol,
    payload: { code: said[0] ?? '' },
  });
  expect(await addressOf(EnrolResponse.parse(reply.json()).device.id)).toBe('terminal-7:9100');
});

async function orderAt(kiosk: { id: string }, state: 'open' | 'unknown'): Promise<void> {
  const { id, accountId, amountBani } = orderFor(utility.world.accounts[0] as WorldAccount);
  await utility.database.pool.query(
    `insert into payment_orders (id, account_id, device_id, channel, amount_bani, claims, state, made_at, ends_at)
     values ($1, $2, $3, 'terminal', $4, '[]', $5, '2026-11-26T07:00:00Z', '2026-11-26T07:02:00Z')`,
    [id, accountId, kiosk.id, amountBani, state],
  );
}

test('a terminal that has yet to tell what became of a payment is not exchanged, but may have moved', async () => {
  const kiosk = await addKiosk(utility.database, 'terminal-1:9100');
  await orderAt(kiosk, 'unknown');
  for (const args of [['terminal-2:9100'], ['none'], ['none', '--moved']]) {
    said.length = 0;
    const words = await complaint('terminal', kiosk.id, ...args);
    expect(words).toContain('The terminal at terminal-1:9100 has yet to tell what became of a payment');
    expect(words).toContain('ghiseu payment settle');
  }
  expect(await addressOf(kiosk.id)).toBe('terminal-1:9100');
  await ghiseu('terminal', kiosk.id, 'terminal-1:9200', '--moved'); // the same one knows, wherever it is reached
  expect(await addressOf(kiosk.id)).toBe('terminal-1:9200');
});

test('a terminal that waits for a card is not exchanged, but may have moved', async () => {
  const kiosk = await addKiosk(utility.database, 'terminal-1:9100');
  await orderAt(kiosk, 'open');
  for (const args of [['terminal-2:9100'], ['none'], ['none', '--moved']])
    expect(await complaint('terminal', kiosk.id, ...args)).toContain(
      'The terminal at terminal-1:9100 is waiting for a card.',
    );
  await ghiseu('terminal', kiosk.id, 'terminal-1:9200', '--moved');
  expect(await addressOf(kiosk.id)).toBe('terminal-1:9200');
});

test('what is no terminal’s place is explained', async () => {
  const kiosk = await addKiosk(utility.database, null);
  const { counter } = utility.world;
  expect(await complaint('terminal', 'nobody', 'terminal:1')).toContain('There is no device nobody.');
  expect(await complaint('terminal', kiosk.id, 'terminal')).toContain(
    'terminal is no address of a card terminal',
  );
  expect(await complaint('terminal', counter.id, 'terminal:1')).toContain(
    'Only a self-service device has a card',
  );
  const place = ['--office', petrosani.id, '--name', 'x', '--surface', 'counter', '--terminal', 'terminal:1'];
  said.length = 0;
  expect(await complaint('enrol', ...place)).toContain('Only a self-service device has a card');
  expect(await complaint('enrol', '--replace', kiosk.id, '--terminal', 'terminal:1')).toContain(
    'leave them out',
  );
});
