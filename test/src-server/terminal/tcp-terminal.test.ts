import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Sale } from '../../../src-server/terminal/card-terminal';
import { tcpTerminal } from '../../../src-server/terminal/tcp-terminal';
import { freePort } from '../../support/free-port';
import { simulatedTerminal } from '../../support/simulated-terminal';
import { temporaryFolder } from '../postgres/temporary-folder';

const folder = temporaryFolder();
afterAll(folder.remove);

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

const never = new AbortController().signal;
const times = { connectMs: 500, answerMs: 100, saleMs: 200 };
const sale = (changed: Partial<Sale> = {}): Sale => ({
  reference: randomUUID(),
  amountBani: 4_200,
  language: 'ro',
  ...changed,
});

async function simulated(options: Parameters<typeof simulatedTerminal>[1] = {}) {
  const simulator = await simulatedTerminal(folder.path, options);
  ended.push(simulator.close);
  return { simulator, terminal: tcpTerminal(simulator.address) };
}

/** A terminal that does with each request's line what the test says. */
async function scripted(answer: (socket: Socket, line: string) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    createInterface({ input: socket }).once('line', (line) => answer(socket, line));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ended.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return tcpTerminal(`127.0.0.1:${(server.address() as AddressInfo).port}`, times);
}

test('an approved sale has the terminal’s number of the charge, and its status is the same', async () => {
  const { simulator, terminal } = await simulated();
  expect(await terminal.readiness()).toBe('ready');
  const wanted = sale();
  const outcome = await terminal.sale(wanted, never);
  expect(outcome).toEqual({
    outcome: 'approved',
    authorisation: expect.stringMatching(/^\d{6}$/),
    amountBani: 4_200,
    approvedAt: '2026-11-26T08:00:00.000Z',
  });
  expect(await terminal.status(wanted.reference)).toEqual(outcome);
  expect(simulator.charged()).toEqual([wanted.reference]);
});

test('one reference is charged once, also by a terminal that was switched off in between', async () => {
  const { simulator, terminal } = await simulated();
  const wanted = sale();
  const first = await terminal.sale(wanted, never);
  await simulator.switchOff();
  expect(await terminal.sale(wanted, never)).toMatchObject({ outcome: 'not-begun' });
  expect(await terminal.status(wanted.reference)).toEqual({ outcome: 'unknown' });
  await simulator.switchOn();
  expect(await terminal.sale(wanted, never)).toEqual(first);
  expect(await terminal.sale({ ...wanted, amountBani: 1 }, never)).toEqual({ outcome: 'unknown' });
  expect(simulator.charged()).toEqual([wanted.reference]);
});

test.each([
  [4_201, { outcome: 'declined', reason: 'insufficient funds' }],
  [4_202, { outcome: 'timed-out' }],
  [4_203, { outcome: 'unknown' }],
  [4_204, { outcome: 'approved' }],
])('asked for %i bani, the amount decides: %j', async (amountBani, expected) => {
  const { simulator, terminal } = await simulated({ answer: 'ask' });
  const wanted = sale({ amountBani });
  expect(await terminal.sale(wanted, never)).toMatchObject(expected);
  const cut = amountBani === 4_203;
  expect(await terminal.status(wanted.reference)).toMatchObject(cut ? { outcome: 'approved' } : expected);
  expect(simulator.charged()).toEqual(amountBani >= 4_203 ? [wanted.reference] : []);
});

test('while it waits for a card it is busy, and says so of that very sale', async () => {
  const { simulator, terminal } = await simulated({ cardMs: 100_000 });
  const wanted = sale();
  const giveUp = new AbortController();
  const selling = terminal.sale(wanted, giveUp.signal);
  await expect.poll(() => simulator.said.length).toBe(1);
  expect(await terminal.readiness()).toBe('busy');
  expect(await terminal.sale(sale(), never)).toEqual({ outcome: 'not-begun', reason: 'busy' });
  expect(await terminal.status(wanted.reference)).toEqual({ outcome: 'in-progress' });
  giveUp.abort();
  expect(await selling).toEqual({ outcome: 'unknown' });
});

test('a reference that was asked for before its sale arrives is never charged', async () => {
  const { simulator, terminal } = await simulated();
  const wanted = sale();
  expect(await terminal.status(wanted.reference)).toEqual({ outcome: 'not-found' });
  expect(await terminal.sale(wanted, never)).toMatchObject({ outcome: 'not-begun' });
  expect(simulator.charged()).toEqual([]);
});

test('a terminal that is not there was never asked', async () => {
  const terminal = tcpTerminal(`127.0.0.1:${await freePort()}`, times);
  expect(await terminal.readiness()).toBe('not-reached');
  expect(await terminal.sale(sale(), never)).toMatchObject({ outcome: 'not-begun' });
  expect(await tcpTerminal('nowhere').sale(sale(), never)).toMatchObject({ outcome: 'not-begun' });
});

test.each<[string, (socket: Socket, line: string) => void]>([
  ['says nothing', () => undefined],
  ['hangs up', (socket) => socket.destroy()],
  ['speaks something else', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['never ends its line', (socket) => socket.write('x'.repeat(40_000))],
  ['speaks another version', (socket, line) => socket.end(`${outcomeTo(line, { version: 2 })}\n`)],
  ['tells of another sale', (socket, line) => socket.end(`${outcomeTo(line, { reference: 'other' })}\n`)],
])('one that was asked and %s may have charged', async (_, answer) => {
  const terminal = await scripted(answer);
  expect(await terminal.sale(sale(), never)).toEqual({ outcome: 'unknown' });
  expect(await terminal.status('anything')).toEqual({ outcome: 'unknown' });
});

function outcomeTo(line: string, changed: object): string {
  const { reference } = JSON.parse(line);
  return JSON.stringify({
    version: 1,
    kind: 'outcome',
    reference,
    result: { outcome: 'cancelled' },
    ...changed,
  });
}

test('what is no request of the protocol is answered as malformed', async () => {
  const { simulator } = await simulated();
  const [host, port] = simulator.address.split(':');
  const socket = connect(Number(port), host);
  socket.write('GET / HTTP/1.1\n');
  const [answer] = await once(socket, 'data');
  expect(JSON.parse(String(answer))).toMatchObject({ kind: 'problem', reason: 'malformed' });
});
