import type { Submission } from '../model/submission';
import { type FilePort, isNoSpace } from './file-port';
import { JournalFile } from './journal-file';
import { decodeLines, encodeGeneration, encodeLine, encodeOrderLine, joined } from './journal-line';
import { countOf, keptOf, missingIn } from './kept-entries';
import type { OrderRecord } from './order-record';
import { activeOf, joinFiles, type LoadedJournal } from './two-files';

/** Where submissions are kept: the truth of what was asked on this device. Every implementation passes one suite. */
export interface Journal {
  /** Everything kept, oldest first. Damaged lines are set aside, whatever their number. @throws when it cannot be reached */
  load(): Promise<LoadedJournal>;
  /** The greatest `deviceSeq` ever given out, as of the last `load` or `append`. */
  readonly lastSeq: number;
  /** Returns when the submission is flushed to the medium: only then may "saved" be said. @throws JournalError */
  append(submission: Submission): Promise<void>;
  /** Payments begun here, each as it was last seen: all of them flushed, or an error. @throws JournalError */
  appendOrders(orders: readonly OrderRecord[]): Promise<void>;
  /** Calls for each submission that turns out to be kept after its `append` had to say that it was not. */
  onLate?(listener: (submission: Submission) => void): void;
  /** Whether a submission would find room now. @throws JournalError */
  hasRoom(): Promise<boolean>;
  /** Whether a submission is kept, once everything asked for before is done. @throws JournalError */
  has(id: string): Promise<boolean>;
  /** Lets go of what is settled and was captured before an instant; cut anywhere, nothing else is lost. @throws JournalError */
  compact(rule: CompactionRule): Promise<Compaction>;
}

/** Days for which a submission or an order is kept, though its verdict or outcome is known (DESIGN 8). */
export const keptDays = 60;

/** More than any submission needs. */
const roomBytes = 64 * 2 ** 10;

export interface CompactionRule {
  /** Ids of submissions that have a verdict. All others are kept for ever. */
  settled: ReadonlySet<string>;
  /** Instant; what was captured, and which orders were begun, at or after it is kept. */
  before: string;
}

export interface Compaction {
  kept: number;
  dropped: number;
}

export type JournalProblem = 'no-space' | 'not-in-order' | 'failed';

export class JournalError extends Error {
  readonly problem: JournalProblem;
  constructor(problem: JournalProblem, cause?: unknown) {
    super(`journal: ${problem}`, { cause });
    this.name = 'JournalError';
    this.problem = problem;
  }
}

interface Gathering {
  active: JournalFile;
  spare: JournalFile;
  loaded: LoadedJournal;
}

/**
 * A journal on two files, neither of which is ever renamed: one is appended to, the other is empty but during a
 * compaction. With one file only nothing is compacted.
 */
export class FileJournal implements Journal {
  readonly #files: readonly JournalFile[];
  readonly #ids = new Set<string>();
  readonly #seqs = new Set<number>();
  #damaged = false;
  #active = 0;
  #generation = 0;
  #lastSeq = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(...ports: readonly [FilePort] | readonly [FilePort, FilePort]) {
    this.#files = ports.map((port) => new JournalFile(port));
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  load(): Promise<LoadedJournal> {
    return this.#inTurn(async () => {
      const loaded = await this.#read();
      await this.#settle().catch(() => undefined); // the next append tries again, and says so
      return loaded;
    });
  }

  append(submission: Submission): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isInOrder(submission)) throw new JournalError('not-in-order');
      await this.#write([encodeLine(submission)]);
      this.#lastSeq = Math.max(this.#lastSeq, submission.deviceSeq);
      this.#ids.add(submission.id);
      this.#seqs.add(submission.deviceSeq);
    });
  }

  appendOrders(orders: readonly OrderRecord[]): Promise<void> {
    return this.#inTurn(() => this.#write(orders.map(encodeOrderLine)));
  }

  async #write(lines: readonly Uint8Array[]): Promise<void> {
    if (!lines.every(canBeRead)) throw new JournalError('failed', 'what was to be kept is not of its schema');
    await orJournalError(async () => {
      await this.#settle();
      await this.#files[this.#active]?.append(joined(lines));
    });
  }

  /** Above the last number; or that of a line which may be one of the damaged ones, and comes back from the database. */
  #isInOrder({ deviceSeq }: Submission): boolean {
    return deviceSeq > this.#lastSeq || (this.#damaged && !this.#seqs.has(deviceSeq));
  }

  async hasRoom(): Promise<boolean> {
    const active = this.#files[this.#active];
    return orJournalError(async () => active === undefined || active.hasRoom(roomBytes));
  }

  has(id: string): Promise<boolean> {
    return this.#inTurn(async () => this.#ids.has(id));
  }

  compact(rule: CompactionRule): Promise<Compaction> {
    return this.#inTurn(() => orJournalError(() => this.#compact(rule)));
  }

  async #compact(rule: CompactionRule): Promise<Compaction> {
    await this.#settle();
    const loaded = await this.#read();
    const kept = keptOf(loaded, rule);
    const dropped = countOf(loaded) - countOf(kept);
    const active = this.#files[this.#active];
    const spare = this.#files[1 - this.#active];
    if (!active || !spare || (dropped === 0 && spare.isEmpty)) return { kept: countOf(loaded), dropped: 0 };
    await this.#settle();
    if (!spare.isEmpty) await this.#gather({ active, spare, loaded });
    const numbers = { generation: this.#nextGeneration(), lastSeq: this.#lastSeq };
    await spare.fill(encodeGeneration(kept, numbers));
    this.#active = 1 - this.#active;
    this.#know(kept.submissions);
    await active.clear().catch(() => undefined); // its lines are known twice until the next compaction
    return { kept: countOf(kept), dropped };
  }

  /** An earlier compaction was cut short: what only the spare file has moves over before the spare is emptied. */
  async #gather({ active, spare, loaded }: Gathering): Promise<void> {
    const own = await active.read();
    const missing = missingIn(own, loaded);
    const numbers = { generation: this.#nextGeneration(), lastSeq: this.#lastSeq, before: own.goodLines };
    await active.settleWhole();
    await active.append(encodeGeneration(missing, numbers));
    await spare.clear();
  }

  #nextGeneration(): number {
    return ++this.#generation;
  }

  async #read(): Promise<LoadedJournal> {
    const decoded = [];
    for (const file of this.#files) decoded.push(await file.read());
    this.#active = activeOf(decoded);
    this.#generation = Math.max(
      this.#generation,
      ...decoded.map(({ generation }) => generation?.generation ?? 0),
    );
    const loaded = joinFiles(decoded, this.#active);
    this.#lastSeq = Math.max(this.#lastSeq, loaded.lastSeq);
    this.#know(loaded.submissions);
    this.#damaged = loaded.setAside.length > 0;
    return { ...loaded, lastSeq: this.#lastSeq };
  }

  #know(submissions: readonly Submission[]): void {
    this.#ids.clear();
    this.#seqs.clear();
    for (const { id, deviceSeq } of submissions) {
      this.#ids.add(id);
      this.#seqs.add(deviceSeq);
    }
  }

  async #settle(): Promise<void> {
    for (const file of this.#files) await file.settle();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

async function orJournalError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new JournalError(isNoSpace(error) ? 'no-space' : 'failed', error);
  }
}

/** "Saved" is a promise about the next start: what that one would set aside is not written. */
const canBeRead = (line: Uint8Array): boolean => countOf(decodeLines(line)) === 1;
