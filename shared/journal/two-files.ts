import type { Submission } from '../model/submission';
import type { DecodedFile, DecodedJournal } from './journal-line';
import type { OrderRecord } from './order-record';

/*
 * A journal's lines may be in two files for a while: a compaction writes to the second, flushes it, and only then empties
 * the first. Wherever that is cut, both are read and joined by the submissions' ids, so that nothing depends on which
 * step was reached; which of them is written to next is a matter of tidiness alone.
 */

export interface LoadedJournal extends DecodedJournal {
  /** The greatest `deviceSeq` ever given out, also when its submission was compacted away; 0 before the first. */
  lastSeq: number;
}

/** Everything of both files, oldest first, each submission and each order once. @param active place of the one written to */
export function joinFiles(files: readonly DecodedFile[], active: number): LoadedJournal {
  const byId = new Map<string, Submission>();
  for (const { submissions } of files) {
    for (const submission of submissions) if (!byId.has(submission.id)) byId.set(submission.id, submission);
  }
  const submissions = [...byId.values()].toSorted((a, b) => a.deviceSeq - b.deviceSeq);
  const current = files[active];
  const setAside = files.flatMap((file) =>
    file !== current && current && isTornCopy(file, current) ? [] : file.setAside,
  );
  const lastSeqs = files.map(({ generation }) => generation?.lastSeq ?? 0);
  const lastSeq = Math.max(0, ...lastSeqs, submissions.at(-1)?.deviceSeq ?? 0);
  return { submissions, orders: joinOrders(files, active), setAside: [...new Set(setAside)], lastSeq };
}

/** An order's last line counts; what is written to is later than anything that a compaction left behind. */
function joinOrders(files: readonly DecodedFile[], active: number): OrderRecord[] {
  const current = files[active];
  const inTurn = [...files.filter((file) => file !== current), ...(current ? [current] : [])];
  return [...new Map(inTurn.flatMap(({ orders }) => orders).map((order) => [order.id, order])).values()];
}

/** The place of the file that is written to: the newest whole generation. */
export function activeOf(files: readonly DecodedFile[]): number {
  const ranks = files.map(rankOf);
  return ranks.indexOf(Math.max(...ranks));
}

function rankOf(file: DecodedFile, place: number): number {
  if (isEmpty(file)) return -2;
  if (file.generation && isWhole(file)) return file.generation.generation;
  return place === 0 ? 0 : -1; // the first file of a journal that was never compacted has no generation
}

const isEmpty = ({ generation, goodLines, badLines }: DecodedFile): boolean =>
  generation === null && goodLines + badLines === 0;

const isWhole = ({ generation, goodLines }: DecodedFile): boolean =>
  generation !== null && goodLines >= generation.entries;

/** A compaction that was cut short: its fragments are of lines that are still where they were copied from. */
function isTornCopy(file: DecodedFile, original: DecodedFile): boolean {
  if (isWhole(file)) return false;
  const { generation, goodLines, badLines } = file;
  if (generation && goodLines + badLines > generation.entries) return false; // more was appended to it later
  const ids = new Set([...original.submissions, ...original.orders].map(({ id }) => id));
  return [...file.submissions, ...file.orders].every(({ id }) => ids.has(id));
}
