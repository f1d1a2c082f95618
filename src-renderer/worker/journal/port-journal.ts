import type { Journal } from '../../../shared/journal/journal';
import type { DecodedJournal } from '../../../shared/journal/journal-line';
import type { Submission } from '../../../shared/model/submission';
import type { JournalCalls } from './journal-calls';

/** The journal in the main process, asked over a message port. */
export class PortJournal implements Journal {
  readonly #calls: JournalCalls;

  constructor(calls: JournalCalls) {
    this.#calls = calls;
  }

  async load(): Promise<DecodedJournal> {
    const { submissions, setAside } = await this.#calls.ask({ do: 'load' });
    return { submissions, setAside };
  }

  async append(submission: Submission): Promise<void> {
    await this.#calls.ask({ do: 'append', submission });
  }
}
