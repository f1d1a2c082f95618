import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardTerminal } from '../../../src-server/terminal/card-terminal';
import type { AnswerMode } from '../../../src-server/terminal/simulator/behaviour';
import { tcpTerminal } from '../../../src-server/terminal/tcp-terminal';
import { deskOn } from '../../support/desk';
import { booksOf, callingDeviceOf, now, orderFor, type Paying, startPaying } from '../../support/paying';
import { simulatedTerminal } from '../../support/simulated-terminal';
import { soon } from '../../support/soon';
import { temporaryFolder } from '../postgres/temporary-folder';

/*
 * Two server processes on one database, of which the first may die at any moment: whatever is told, asked and broken in
 * whatever order, an account has one payment for each charge and none without.
 */
const runs = 25;
const afterwards = '2026-11-26T08:00:30.000Z'; // nobody waits for the first process any more

const folder = temporaryFolder();
let paying: Paying;
beforeAll(async () => {
  paying = await startPaying({ accounts: 2 * runs + 5, app: { desk: { reconcileMs: 3_600_000 } } });
});
afterAll(async () => {
  await paying.close();
  folder.remove();
});

/** A terminal that nobody listens to any more once `isDead`. */
const unheard = (terminal: CardTerminal, isDead: () => boolean): CardTerminal => ({
  ...terminal,
  sale: async (sale, signal) => {
    const outcome = await terminal.sale(sale, signal);
    if (!isDead()) return outcome;
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ outcome: 'unknown' })));
  },
});

function twoProcesses() {
  const { database, clock, page } = paying;
  let dead = false;
  const terminals = (address: string) => unheard(tcpTerminal(address), () => dead);
  const first = deskOn({ database, clock, pageUrl: page.url }, { terminals });
  const second = deskOn({ database, clock, pageUrl: page.url });
  return {
    first,
    second,
    kill: () => {
      dead = true;
    },
    living: () => (dead ? second : first),
    close: () => Promise.all([first.close(), second.close()]),
  };
}

const steps = ['ask-first', 'ask-second', 'kill', 'again', 'later', 'told'] as const;
type Step = (typeof steps)[number];

/** Steps of one inner list happen at once. */
const schedule = fc.array(fc.array(fc.constantFrom<Step>(...steps), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

test('a card is paid for once, whoever asks and dies in whatever order', async () => {
  const answers = fc.constantFrom<AnswerMode>('approve', 'cut-after-approval', 'decline', 'timeout');
  const moments = fc.constantFrom(0, 5, 40); // how long the card takes
  await fc.assert(
    fc.asyncProperty(answers, moments, schedule, async (answer, cardMs, batches) => {
      paying.clock.set(now);
      const account = paying.account();
      const terminal = await simulatedTerminal(folder.path, { answer, cardMs });
      const device = await callingDeviceOf(paying, await paying.kiosk(terminal.address));
      const server = twoProcesses();
      const order = orderFor(account);
      const done: Record<Step, () => Promise<unknown> | unknown> = {
        'ask-first': () => server.living().reconcile(),
        'ask-second': () => server.second.reconcile(),
        kill: server.kill,
        again: () => server.living().begin(device, order),
        later: () => paying.clock.set(afterwards),
        told: () => server.second.follow(device, { id: order.id, waitMs: 1 }),
      };
      try {
        await server.first.begin(device, order);
        for (const batch of batches) await Promise.all(batch.map((step) => done[step]()));
        paying.clock.set(afterwards);
        const settled = async () => {
          await server.second.reconcile();
          return (await server.second.follow(device, { id: order.id, waitMs: 0 })).state;
        };
        await expect.poll(settled, soon).toMatch(/^(paid|declined|expired|failed)$/);
        const charged = terminal.charged();
        const books = await booksOf(paying.database, account);
        expect(books.payments.map(({ id }) => id)).toEqual(charged);
        expect(books.balanceBani).toBe(4_200 - 4_200 * charged.length);
        expect((await settled()) === 'paid').toBe(charged.length > 0);
      } finally {
        await server.close();
        await terminal.close();
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('a page is paid for once, however often the provider tells and is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), schedule, async (pays, batches) => {
      paying.clock.set(now);
      const account = paying.account();
      const device = await callingDeviceOf(paying, await paying.kiosk());
      const server = twoProcesses();
      const order = orderFor(account, { channel: 'page' });
      try {
        const { pageUrl } = await server.first.begin(device, order);
        const url = new URL(pageUrl ?? '');
        if (pays) await fetch(`${url.origin}${url.pathname}/pay`, { method: 'POST' });
        const paidAt = now;
        const result = { state: 'paid', amountBani: 4_200, reference: 'P1', paidAt } as const;
        const told = () =>
          pays ? server.second.settle({ id: order.id, result, by: 'callback' }) : Promise.resolve();
        const done: Record<Step, () => Promise<unknown> | unknown> = {
          'ask-first': () => server.living().reconcile(),
          'ask-second': () => server.second.reconcile(),
          kill: server.kill,
          again: () => server.living().begin(device, order),
          later: () => paying.clock.set('2026-11-26T08:10:01.000Z'),
          told,
        };
        for (const batch of batches) await Promise.all(batch.map((step) => done[step]()));
        paying.clock.set('2026-11-26T08:10:01.000Z');
        await server.second.reconcile();
        const { state } = await server.second.follow(device, { id: order.id, waitMs: 0 });
        expect(state).toBe(pays ? 'paid' : 'expired');
        const books = await booksOf(paying.database, account);
        expect(books.payments.map(({ id }) => id)).toEqual(pays ? [order.id] : []);
        expect(books.balanceBani).toBe(pays ? 0 : 4_200);
      } finally {
        await server.close();
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});
