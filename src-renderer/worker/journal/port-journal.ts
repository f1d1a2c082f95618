import type { Compaction, CompactionRule, Journal } from '../../../shared/journal/journal';
import type { LoadedJournal } from '../../../shared/journal/two-files';
import type { Submission } from '../../../shared/model/submission';
import type { JournalCalls } from './journal-calls';

/** The journal in the main process, asked over a message port. */
export class PortJournal implements Journal {
  readonly #calls: JournalCalls;
  #lastSeq = 0;

  constructor(calls: JournalCalls) {
    this.#calls = calls;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  async load(): Promise<LoadedJournal> {
    const { submissions, setAside, lastSeq } = await this.#calls.ask({ do: 'load' });
    this.#lastSeq = lastSeq;
    return { submissions, setAside, lastSeq };
  }

  async append(submission: Submission): Promise<void> {
    await this.#calls.ask({ do: 'append', submission });
    this.#lastSeq = submission.deviceSeq;
  }

  async has(id: string): Promise<boolean> {
    return (await this.#calls.ask({ do: 'has', id })).kept;
  }

  async compact({ settled, before }: CompactionRule): Promise<Compaction> {
    const { kept, dropped } = await this.#calls.ask({ do: 'compact', settled: [...settled], before });
    return { kept, dropped };
  }
}
