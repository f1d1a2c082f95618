import type { Subscription } from 'rxjs';
import type { Sentinel, SentinelMark } from '../../../shared/journal/sentinel';
import type { OwnLedger } from '../own/own-ledger';

/** A mark is written at most this often: it may lag behind the journal, which alone makes "saved" true. */
const betweenWritesMs = 1_000;

export type Known = Partial<Pick<SentinelMark, 'databaseId' | 'deviceId' | 'sealingKey' | 'lastSeq'>>;

/** Keeps the sentinel in step with what this device knows, in the background. */
export class SentinelKeeper {
  readonly #sentinel: Sentinel | null;
  readonly #now: () => string;
  #mark: SentinelMark;
  #written: string;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();

  /** @param sentinel null where it cannot be reached @param mark what is known at the start; `found`: what it said */
  constructor(
    sentinel: Sentinel | null,
    marks: { mark: SentinelMark; found: SentinelMark | null },
    now: () => string,
  ) {
    this.#sentinel = sentinel;
    this.#mark = marks.mark;
    this.#written = marks.found ? contentOf(marks.found) : '';
    this.#now = now;
  }

  get mark(): SentinelMark {
    return this.#mark;
  }

  /** Something became known; it is written soon. */
  learn(known: Known): void {
    const lastSeq = Math.max(this.#mark.lastSeq, known.lastSeq ?? 0);
    this.#mark = { ...this.#mark, ...known, lastSeq };
    if (contentOf(this.#mark) === this.#written || this.#timer) return;
    this.#timer = setTimeout(() => void this.flush(), betweenWritesMs);
  }

  /** The numbers that are given out. */
  follow(ledger: OwnLedger): Subscription {
    return ledger.changes$.subscribe(() => {
      if (ledger.lastSeq > this.#mark.lastSeq) this.learn({ lastSeq: ledger.lastSeq });
    });
  }

  /** Returns when all that is known is written, or could not be. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const content = contentOf(this.#mark);
    if (!this.#sentinel || content === this.#written) return;
    try {
      await this.#sentinel.write({ ...this.#mark, writtenAt: this.#now() });
      this.#written = content;
    } catch (error) {
      console.error('the sentinel could not be written; the next change tries again', error);
    }
  }
}

const contentOf = ({ writtenAt, ...known }: SentinelMark): string => JSON.stringify(known);
