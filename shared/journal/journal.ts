import type { Submission } from '../model/submission';
import { type FilePort, isNoSpace } from './file-port';
import { type DecodedJournal, decodeLines, encodeLine } from './journal-line';

/** Where submissions are kept: the truth of what was asked on this device. Every implementation passes one suite. */
export interface Journal {
  /** Everything kept, oldest first. */
  load(): Promise<DecodedJournal>;
  /** Returns when the submission is flushed to the medium: only then may "saved" be said. @throws JournalError */
  append(submission: Submission): Promise<void>;
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

const lineFeed = 10;

/** A journal on a file: appended, flushed, checked; a torn end is closed off and stays in the file as evidence. */
export class FileJournal implements Journal {
  readonly #port: FilePort;
  #size = 0;
  #lastSeq = 0;
  #cleanEnd = true;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(port: FilePort) {
    this.#port = port;
  }

  load(): Promise<DecodedJournal> {
    return this.#inTurn(async () => {
      const bytes = await this.#port.readAll();
      const decoded = decodeLines(bytes);
      this.#size = bytes.length;
      this.#cleanEnd = bytes.length === 0 || bytes.at(-1) === lineFeed;
      this.#lastSeq = decoded.submissions.reduce((last, { deviceSeq }) => Math.max(last, deviceSeq), 0);
      return decoded;
    });
  }

  append(submission: Submission): Promise<void> {
    return this.#inTurn(async () => {
      if (submission.deviceSeq <= this.#lastSeq) throw new JournalError('not-in-order');
      const line = encodeLine(submission);
      if (!canBeRead(line)) throw new JournalError('failed', 'the submission is not of its own schema');
      const bytes = this.#cleanEnd ? line : Uint8Array.from([lineFeed, ...line]);
      await this.#writeWhole(bytes);
      this.#lastSeq = submission.deviceSeq;
    });
  }

  /** All of the bytes, flushed, or an error and the file as it was (or closed off by the next line). */
  async #writeWhole(bytes: Uint8Array): Promise<void> {
    try {
      await this.#port.write(bytes, this.#size);
      await this.#port.flush();
    } catch (error) {
      await this.#takeBack();
      throw new JournalError(isNoSpace(error) ? 'no-space' : 'failed', error);
    }
    this.#size += bytes.length;
    this.#cleanEnd = true;
  }

  async #takeBack(): Promise<void> {
    try {
      await this.#port.truncate(this.#size);
    } catch {
      this.#cleanEnd = false; // what is half written stays; the next line begins behind a line feed
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

/** "Saved" is a promise about the next start: what that one would set aside is not written. */
const canBeRead = (line: Uint8Array): boolean => decodeLines(line).submissions.length === 1;
