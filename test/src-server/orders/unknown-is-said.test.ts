import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serverLogger } from '../../../src-server/logger';
import { offerOf, orderFor, type Paying, payer, startPaying } from '../../support/paying';
import { simulatedTerminal } from '../../support/simulated-terminal';
import { soon } from '../../support/soon';
import { temporaryFolder } from '../postgres/temporary-folder';

/* What the log says to operators: pino's 40 is a warning. */
const folder = temporaryFolder();
const lines: string[] = [];
let paying: Paying;
beforeAll(async () => {
  const logger = serverLogger({ level: 'warn', output: { write: (line) => lines.push(line) } });
  paying = await startPaying({ app: { logger } });
});
afterAll(async () => {
  await paying.close();
  folder.remove();
});

const saidOf = (id: string) => lines.filter((line) => line.includes(id)).map((line) => JSON.parse(line));

test('an order whose outcome is not known is one warning with its id and the reason, without a stack', async () => {
  const terminal = await simulatedTerminal(folder.path, { cardMs: 100_000 });
  const at = payer(paying.utility.app, await paying.kiosk(terminal.address));
  const order = orderFor(paying.account());
  await at.begin(order);
  await vi.waitFor(() => expect(terminal.said).toHaveLength(1), soon);
  await terminal.close(); // in the middle of it
  await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('unknown');
  expect(saidOf(order.id)).toEqual([
    expect.objectContaining({ level: 40, order: order.id, reason: 'the terminal does not answer' }),
  ]);
  expect(lines.join('')).not.toMatch(/outside a request|stack/);
});

test('so is an order that a kiosk offers and that the server did not know', async () => {
  const terminal = await simulatedTerminal(folder.path);
  const at = payer(paying.utility.app, await paying.kiosk(terminal.address));
  const order = orderFor(paying.account());
  await at.offer(offerOf(order));
  await at.offer(offerOf(order));
  expect(saidOf(order.id)).toEqual([expect.objectContaining({ level: 40, order: order.id })]);
  await terminal.close();
});
