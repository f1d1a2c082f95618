import type { FilePort } from '../../../shared/journal/file-port';
import type { Journal } from '../../../shared/journal/journal';
import { encodeLine, joined } from '../../../shared/journal/journal-line';
import type { Submission } from '../../../shared/model/submission';
import { submission } from '../../src-main/journal/submission';
import { orderRecord } from '../../support/order-record';

/*
 * What every journal does, whatever it is kept on. It knows of no test runner, so that it runs in a browser's worker too:
 * a check that fails throws.
 */
export interface JournalMedium {
  /** The files under the journal, for damage and for what older releases left. */
  ports: readonly [FilePort, FilePort];
  /** A journal as the next start opens it. */
  open(): Promise<Journal>;
}

export interface JournalCheck {
  fact: string;
  check(medium: JournalMedium): Promise<void>;
}

const longAgo = '2026-08-01T08:00:00.000Z';
const before = '2026-09-01T00:00:00.000Z';
const old = (seq: number): Submission => ({ ...submission(seq), capturedAt: longAgo });
const idsOf = (...seqs: number[]): Set<string> => new Set(seqs.map((seq) => submission(seq).id));

export const journalSuite: readonly JournalCheck[] = [
  {
    fact: 'gives back what was appended, in order, after a restart',
    check: async (medium) => {
      const { journal } = await started(medium);
      await Promise.all([1, 2, 3].map((seq) => journal.append(submission(seq))));
      same((await started(medium)).submissions, [1, 2, 3].map(submission));
    },
  },
  {
    fact: 'says that there is room while there is',
    check: async (medium) => same(await (await started(medium)).journal.hasRoom(), true),
  },
  {
    fact: 'refuses what the next start could not read',
    check: async (medium) => {
      const { journal } = await started(medium);
      const broken = { ...submission(1), capturedAt: 'now' };
      same(await problemOf(journal.append(broken)), 'failed');
      await journal.append(submission(1));
      const next = await started(medium);
      same([next.submissions, next.setAside], [[submission(1)], []]);
    },
  },
  {
    fact: 'refuses a number that is not above the last one, also after a restart',
    check: async (medium) => {
      const { journal } = await started(medium);
      await journal.append(submission(2));
      same(await problemOf(journal.append(submission(2))), 'not-in-order');
      const next = await started(medium);
      same(next.lastSeq, 2);
      same(await problemOf(next.journal.append(submission(1))), 'not-in-order');
      same((await started(medium)).submissions, [submission(2)]);
    },
  },
  {
    fact: 'knows what it keeps',
    check: async (medium) => {
      const { journal } = await started(medium);
      await journal.append(submission(1));
      same(await journal.has(submission(1).id), true);
      same(await journal.has(submission(2).id), false);
      same(await (await started(medium)).journal.has(submission(1).id), true);
    },
  },
  {
    fact: 'closes off an end that was torn and goes on behind it',
    check: async (medium) => {
      const { journal } = await started(medium);
      await journal.append(submission(1));
      const { length } = await medium.ports[0].readAll();
      await journal.append(submission(2));
      await medium.ports[0].truncate(length + 20);
      const torn = await started(medium);
      same([torn.submissions, torn.setAside.length], [[submission(1)], 1]);
      await torn.journal.append(submission(3));
      const after = await started(medium);
      same([after.submissions, after.setAside.length], [[submission(1), submission(3)], 1]);
    },
  },
  {
    fact: 'sets a damaged line aside and reads the ones before and behind it',
    check: async (medium) => {
      const { journal } = await started(medium);
      for (const seq of [1, 2, 3]) await journal.append(submission(seq));
      await medium.ports[0].write(Uint8Array.of(0), encodeLine(submission(1)).length + 40);
      const { submissions, setAside } = await started(medium);
      same([submissions, setAside.length], [[submission(1), submission(3)], 1]);
    },
  },
  {
    fact: 'lets go of what is settled and old, and of nothing else',
    check: async (medium) => {
      const { journal } = await started(medium);
      for (const one of [old(1), old(2), old(3), submission(4)]) await journal.append(one);
      same(await journal.compact({ settled: idsOf(1, 3, 4), before }), { kept: 2, dropped: 2 });
      same(await journal.has(old(1).id), false);
      await journal.append(submission(5));
      const next = await started(medium);
      same(next.submissions, [old(2), submission(4), submission(5)]);
      same(next.setAside, []);
    },
  },
  {
    fact: 'never gives a number again, although everything was let go of',
    check: async (medium) => {
      const { journal } = await started(medium);
      for (const seq of [1, 2]) await journal.append(old(seq));
      same(await journal.compact({ settled: idsOf(1, 2), before }), { kept: 0, dropped: 2 });
      const next = await started(medium);
      same([next.submissions, next.lastSeq], [[], 2]);
      same(await problemOf(next.journal.append(submission(2))), 'not-in-order');
      await next.journal.append(submission(3));
      same((await started(medium)).submissions, [submission(3)]);
    },
  },
  {
    fact: 'is compacted again and again',
    check: async (medium) => {
      let { journal } = await started(medium);
      for (let round = 0; round < 4; round += 1) {
        await journal.append(old(2 * round + 1));
        await journal.append(old(2 * round + 2));
        same(await journal.compact({ settled: idsOf(2 * round + 1), before }), {
          kept: round + 1,
          dropped: 1,
        });
        if (round % 2 === 1) journal = (await started(medium)).journal;
      }
      same((await started(medium)).submissions, [2, 4, 6, 8].map(old));
    },
  },
  {
    fact: 'keeps a damaged line through a compaction as it is',
    check: async (medium) => {
      const { journal } = await started(medium);
      for (const seq of [1, 2]) await journal.append(old(seq));
      const { length } = await medium.ports[0].readAll();
      await medium.ports[0].write(new TextEncoder().encode('not a line\n'), length);
      const torn = await started(medium);
      same(torn.setAside, ['not a line']);
      await torn.journal.compact({ settled: idsOf(1), before });
      const next = await started(medium);
      same([next.submissions, next.setAside], [[old(2)], ['not a line']]);
    },
  },
  {
    fact: 'reads and compacts what an earlier release wrote to its one file',
    check: async (medium) => {
      await medium.ports[0].write(joined([1, 2, 3].map(old).map(encodeLine)), 0);
      const { journal, submissions } = await started(medium);
      same(submissions, [1, 2, 3].map(old));
      await journal.compact({ settled: idsOf(2), before });
      same((await started(medium)).submissions, [old(1), old(3)]);
    },
  },
  {
    fact: 'reads on where a compaction was cut short, whatever of it was written',
    check: async (medium) => {
      const { journal } = await started(medium);
      for (const seq of [1, 2, 3]) await journal.append(old(seq));
      const original = await medium.ports[0].readAll();
      await journal.compact({ settled: idsOf(1), before });
      const copy = await medium.ports[1].readAll();
      for (let cut = 0; cut <= copy.length; cut += 37) {
        await replace(medium.ports[0], original);
        await replace(medium.ports[1], copy.slice(0, cut));
        const { submissions, setAside, lastSeq } = await started(medium);
        same([submissions, setAside, lastSeq], [[1, 2, 3].map(old), [], 3]);
      }
      const again = (await started(medium)).journal;
      await again.append(submission(4));
      same(await again.compact({ settled: idsOf(1), before }), { kept: 3, dropped: 1 });
      same((await started(medium)).submissions, [old(2), old(3), submission(4)]);
    },
  },
  {
    fact: 'gives back each payment that was begun as it was last seen, beside the submissions',
    check: async (medium) => {
      const { journal } = await started(medium);
      await journal.appendOrders([orderRecord(1), orderRecord(2)]);
      await journal.append(submission(1));
      await journal.appendOrders([orderRecord(1, { state: 'open' })]);
      await journal.appendOrders([orderRecord(1, { state: 'paid', epoch: 'epoch-1' })]);
      const next = await started(medium);
      same(next.orders, [orderRecord(1, { state: 'paid', epoch: 'epoch-1' }), orderRecord(2)]);
      same([next.submissions, next.setAside, next.lastSeq], [[submission(1)], [], 1]);
    },
  },
  {
    fact: 'refuses a payment that the next start could not read',
    check: async (medium) => {
      const { journal } = await started(medium);
      const broken = orderRecord(1, { amountBani: 0 });
      same(await problemOf(journal.appendOrders([broken])), 'failed');
      same((await started(medium)).orders, []);
    },
  },
  {
    fact: 'lets go of payments that are old and over, and of no other',
    check: async (medium) => {
      const { journal } = await started(medium);
      await journal.append(old(1));
      const unknown = orderRecord(2, { beganAt: longAgo, state: 'unknown' });
      const young = orderRecord(3, { state: 'paid' });
      const orders = [orderRecord(1, { beganAt: longAgo, state: 'paid' }), unknown, young];
      await journal.appendOrders(orders);
      same(await journal.compact({ settled: idsOf(), before }), { kept: 3, dropped: 1 });
      await journal.appendOrders([orderRecord(2, { beganAt: longAgo, state: 'failed' })]);
      const next = await started(medium);
      same(next.orders, [orderRecord(2, { beganAt: longAgo, state: 'failed' }), young]);
      same([next.submissions, next.setAside], [[old(1)], []]);
    },
  },
  {
    fact: 'knows every payment where a compaction was cut short, whatever of it was written',
    check: async (medium) => {
      const { journal } = await started(medium);
      await journal.append(old(1));
      await journal.append(old(2));
      await journal.appendOrders([orderRecord(1), orderRecord(2)]);
      await journal.appendOrders([orderRecord(1, { state: 'paid' })]);
      const original = await medium.ports[0].readAll();
      await journal.compact({ settled: idsOf(1), before });
      const copy = await medium.ports[1].readAll();
      const seen = [orderRecord(1, { state: 'paid' }), orderRecord(2)];
      for (let cut = 0; cut <= copy.length; cut += 37) {
        await replace(medium.ports[0], original);
        await replace(medium.ports[1], copy.slice(0, cut));
        const { orders, setAside } = await started(medium);
        same([orders.toSorted(byId), setAside], [seen, []]);
      }
      const again = (await started(medium)).journal;
      await again.appendOrders([orderRecord(2, { state: 'declined' })]);
      await again.compact({ settled: idsOf(1), before });
      const next = await started(medium);
      same(next.orders.toSorted(byId), [seen[0], orderRecord(2, { state: 'declined' })]);
      same([next.submissions, next.setAside], [[old(2)], []]);
    },
  },
];

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

async function started(medium: JournalMedium) {
  const journal = await medium.open();
  return { journal, ...(await journal.load()) };
}

async function replace(port: FilePort, content: Uint8Array): Promise<void> {
  await port.truncate(0);
  await port.write(content, 0);
  await port.flush();
}

const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as { problem?: unknown }).problem,
  );

function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [sorted(actual), sorted(expected)];
  if (found !== wanted) throw new Error(`found ${found}\nexpected ${wanted}`);
}

/** JSON with the names of every object in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
