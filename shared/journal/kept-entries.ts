import type { CompactionRule } from './journal';
import type { DecodedJournal } from './journal-line';
import { isOver } from './order-record';

/** What a compaction keeps: all that is young, what has no verdict, and the orders whose outcome is not known. */
export function keptOf(journal: DecodedJournal, { settled, before }: CompactionRule): DecodedJournal {
  return {
    submissions: journal.submissions.filter(({ id, capturedAt }) => !settled.has(id) || capturedAt >= before),
    orders: journal.orders.filter((order) => !isOver(order) || order.beganAt >= before),
    setAside: journal.setAside,
  };
}

/** What a file has not of all that is known. */
export function missingIn(file: DecodedJournal, all: DecodedJournal): DecodedJournal {
  const submissions = new Set(file.submissions.map(({ id }) => id));
  const orders = new Set(file.orders.map(({ id }) => id));
  return {
    submissions: all.submissions.filter(({ id }) => !submissions.has(id)),
    orders: all.orders.filter(({ id }) => !orders.has(id)),
    setAside: all.setAside.filter((line) => !file.setAside.includes(line)),
  };
}

/** Submissions and orders. */
export const countOf = ({ submissions, orders }: DecodedJournal): number =>
  submissions.length + orders.length;
