import type { JournalReply } from '../../../shared/ipc/journal-messages';
import type { Compaction, CompactionRule, Journal } from '../../../shared/journal/journal';
import type { OrderRecord } from '../../../shared/journal/order-record';
import type { LoadedJournal } from '../../../shared/journal/two-files';
import type { Submission } from '../../../shared/model/submission';
import { type JournalCalls, NoAnswer } from './journal-calls';

/** How long the main process may take: `append` to flush a line, `has` to say afterwards whether it did. */
export interface JournalPatience {
  appendMs: number;
  hasMs: number;
}

const usualPatience: JournalPatience = { appendMs: 10_000, hasMs: 5_000 };

/** The journal in the main process, asked over a message port. */
export class PortJournal implements Journal {
  readonly #calls: JournalCalls;
  readonly #patience: JournalPatience;
  #lastSeq = 0;
  #tellLate: (submission: Submission) => void = () => undefined;

  constructor(calls: JournalCalls, patience = usualPatience) {
    this.#calls = calls;
    this.#patience = patience;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  async load(): Promise<LoadedJournal> {
    const { submissions, orders, setAside, lastSeq } = await this.#calls.ask({ do: 'load' });
    this.#lastSeq = lastSeq;
    return { submissions, orders, setAside, lastSeq };
  }

  /**
   * An answer that does not come says nothing about the line: it is asked whether the line is there before the clerk
   * is told that it is not, for a second try would be a second submission.
   */
  async append(submission: Submission): Promise<void> {
    const late = (reply: JournalReply): void => {
      if (reply.done !== 'append') return;
      this.#know(submission);
      this.#tellLate(submission);
    };
    try {
      await this.#calls.ask({ do: 'append', submission }, { patienceMs: this.#patience.appendMs, late });
    } catch (error) {
      if (!(error instanceof NoAnswer) || !(await this.has(submission.id))) throw error;
    }
    this.#know(submission);
  }

  /** One that turns out to be kept although no answer came in time harms nothing: no payment was begun by it. */
  async appendOrders(orders: readonly OrderRecord[]): Promise<void> {
    const patience = { patienceMs: this.#patience.appendMs };
    await this.#calls.ask({ do: 'append-orders', orders: [...orders] }, patience);
  }

  onLate(listener: (submission: Submission) => void): void {
    this.#tellLate = listener;
  }

  async hasRoom(): Promise<boolean> {
    return (await this.#calls.ask({ do: 'has-room' }, { patienceMs: this.#patience.hasMs })).room;
  }

  async has(id: string): Promise<boolean> {
    return (await this.#calls.ask({ do: 'has', id }, { patienceMs: this.#patience.hasMs })).kept;
  }

  async compact({ settled, before }: CompactionRule): Promise<Compaction> {
    const { kept, dropped } = await this.#calls.ask({ do: 'compact', settled: [...settled], before });
    return { kept, dropped };
  }

  #know({ deviceSeq }: Submission): void {
    this.#lastSeq = Math.max(this.#lastSeq, deviceSeq);
  }
}
