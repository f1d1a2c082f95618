import { z } from 'zod';
import { Submission } from '../model/submission';
import { decodeChecked, encodeChecked, linesOf } from './checked-line';
import { OrderRecord } from './order-record';

/** Begins what a compaction wrote: the lines it kept follow. A file without one was never compacted. */
export const Generation = z.object({
  generation: z.int().positive(), // of two files the greater one counts, when all of its entries are there
  lastSeq: z.int().nonnegative(), // given out before, though its submission may be gone
  entries: z.int().nonnegative(), // lines of the file that belong to it, at least
});
export type Generation = z.infer<typeof Generation>;

/** A line that could not be read, kept as it was through a compaction. */
const Evidence = z.object({ evidence: z.string() });

const OrderLine = z.object({ order: OrderRecord });

export interface DecodedJournal {
  submissions: Submission[];
  /** Payments begun here; of one file, as often as they were written. */
  orders: OrderRecord[];
  /** Lines that were torn or damaged, as they are. */
  setAside: string[];
}

export interface DecodedFile extends DecodedJournal {
  generation: Generation | null;
  /** Lines that check, the generation's own left out. */
  goodLines: number;
  /** Lines that do not. */
  badLines: number;
}

/** One line a submission. */
export const encodeLine = (submission: Submission): Uint8Array => encodeChecked(submission);

/** One line each state of an order. */
export const encodeOrderLine = (order: OrderRecord): Uint8Array =>
  encodeChecked({ order } satisfies z.infer<typeof OrderLine>);

/** What a compaction keeps. @param numbers `before`: good lines that stand in the file already, none when left out */
export function encodeGeneration(
  kept: DecodedJournal,
  { generation, lastSeq, before = 0 }: Omit<Generation, 'entries'> & { before?: number },
): Uint8Array {
  const evidence = kept.setAside.map((line) => ({ evidence: line }));
  const orders = kept.orders.map((order): z.infer<typeof OrderLine> => ({ order }));
  const content = [...kept.submissions, ...orders, ...evidence];
  const entries = before + content.length;
  const lines = [{ generation, lastSeq, entries } satisfies Generation, ...content];
  return joined(lines.map(encodeChecked));
}

export function decodeLines(bytes: Uint8Array): DecodedFile {
  const decoded: DecodedFile = {
    ...{ submissions: [], orders: [], setAside: [], generation: null },
    ...{ goodLines: 0, badLines: 0 },
  };
  for (const line of linesOf(bytes)) takeLine(decoded, line);
  return decoded;
}

function takeLine(decoded: DecodedFile, line: string): void {
  const value = decodeChecked(line);
  const generation = Generation.safeParse(value);
  if (generation.success) {
    decoded.generation = generation.data;
    return;
  }
  if (value === undefined) decoded.badLines += 1;
  else decoded.goodLines += 1;
  const evidence = Evidence.safeParse(value);
  const text = evidence.success ? evidence.data.evidence : line;
  // What one release could not read and kept as evidence, another may.
  const said = evidence.success ? decodeChecked(text) : value;
  const submission = Submission.safeParse(said);
  const order = OrderLine.safeParse(said);
  if (submission.success) decoded.submissions.push(submission.data);
  else if (order.success) decoded.orders.push(order.data.order);
  else decoded.setAside.push(text);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
