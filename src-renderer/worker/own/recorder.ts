import { type Compaction, type Journal, JournalError } from '../../../shared/journal/journal';
import type { Submission } from '../../../shared/model/submission';
import type { OrderBook } from '../orders/order-book';
import { compactJournal } from './compact-journal';
import type { OwnLedger } from './own-ledger';
import type { SubmissionsProjection } from './submissions-projection';

export interface RecorderSetting {
  journal: Journal;
  projection: SubmissionsProjection;
  ledger: OwnLedger;
  orders: OrderBook;
}

/** Records submissions: the journal first, and only when it has flushed, everything else. */
export class Recorder {
  readonly #setting: RecorderSetting;
  #turn: Promise<unknown> = Promise.resolve();
  #projecting: Promise<unknown> = Promise.resolve();

  /** @param setting its journal loaded and its ledger filled */
  constructor(setting: RecorderSetting) {
    this.#setting = setting;
    setting.ledger.givenOut(setting.journal.lastSeq);
    setting.journal.onLate?.((submission) => this.#takeUp(submission));
  }

  /** Runs work that ends in `record` after the one before it, so that each sees what the last one saved. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    const done = (): void => undefined; // what came of it, a customer's own, is not held on to
    this.#turn = turn.then(done, done);
    return turn;
  }

  /** Returns when the submission is safe. @throws JournalError when it is not */
  async record(submission: Submission): Promise<void> {
    await this.#append(submission);
    this.#takeUp(submission);
  }

  #takeUp(submission: Submission): void {
    this.#setting.ledger.add(submission);
    this.#project(submission);
  }

  /** Lets go of what is settled and old, where that pays. @param now Instant. @throws JournalError */
  compact(now: string): Promise<Compaction | null> {
    return this.inTurn(() => compactJournal(this.#setting, now));
  }

  /** Returns when everything recorded has been projected, or could not be. */
  async projected(): Promise<void> {
    await this.#projecting;
  }

  async #append(submission: Submission): Promise<void> {
    try {
      await this.#setting.journal.append(submission);
    } catch (error) {
      if (error instanceof JournalError && error.problem === 'not-in-order') await this.#catchUp();
      throw error;
    }
  }

  /** The journal holds an entry whose "saved" never reached us (its answer was lost): take it up. */
  async #catchUp(): Promise<void> {
    const { submissions } = await this.#setting.journal.load();
    for (const submission of submissions) this.#setting.ledger.add(submission);
    this.#setting.ledger.givenOut(this.#setting.journal.lastSeq);
  }

  /** The projection is not waited for: what it misses is put right from the journal at the next start. */
  #project(submission: Submission): void {
    this.#projecting = this.#projecting
      .then(() => this.#setting.projection.put([submission]))
      .catch((error: unknown) => console.error('submissions: the projection is behind the journal', error));
  }
}
