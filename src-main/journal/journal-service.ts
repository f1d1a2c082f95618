import { z } from 'zod';
import { type JournalReply, JournalRequest } from '../../shared/ipc/journal-messages';
import { isNoSpace } from '../../shared/journal/file-port';
import { type Journal, JournalError } from '../../shared/journal/journal';
import type { Sentinel } from '../../shared/journal/sentinel';
import type { LoadedJournal } from '../../shared/journal/two-files';

/** One end of a message channel: Electron's `MessagePortMain`, or Node's in a test. */
export interface JournalPort {
  onMessage(listener: (message: unknown) => void): void;
  postMessage(reply: JournalReply): void;
  close(): void;
}

/** Told of what goes wrong; never of what a submission holds. */
export type TellProblem = (what: string, error: unknown) => void;

export interface ServedJournal {
  journal: Journal;
  sentinel: Sentinel;
  tell: TellProblem;
}

const Numbered = z.looseObject({ call: z.int() });

/**
 * The journal as served to the page's data worker: a submission is answered when it is flushed. One port at a time: a
 * reloaded page's port closes the one before it, whose page is gone.
 */
export class JournalService {
  readonly #journal: Journal;
  readonly #sentinel: Sentinel;
  readonly #tell: TellProblem;
  #port: JournalPort | null = null;
  #ready = false;

  constructor({ journal, sentinel, tell }: ServedJournal) {
    this.#journal = journal;
    this.#sentinel = sentinel;
    this.#tell = tell;
  }

  serve(port: JournalPort): void {
    this.#port?.close();
    this.#port = port;
    port.onMessage((message) => void this.#answerOn(port, message));
  }

  async #answerOn(port: JournalPort, message: unknown): Promise<void> {
    const reply = await this.answer(message);
    // The page may be gone by now; what it asked has been kept all the same.
    if (reply && this.#port === port) port.postMessage(reply);
  }

  /** The reply to one request, or null for what is no request at all. */
  async answer(message: unknown): Promise<JournalReply | null> {
    const request = JournalRequest.safeParse(message);
    if (!request.success) {
      this.#tell('The page sent the journal something that is no request', request.error);
      const numbered = Numbered.safeParse(message);
      return numbered.success ? failed(numbered.data.call, 'failed') : null;
    }
    try {
      return await this.#do(request.data);
    } catch (error) {
      this.#tell(`The journal could not ${request.data.do}`, error);
      return failed(request.data.call, problemOf(error));
    }
  }

  async #do(request: JournalRequest): Promise<JournalReply> {
    const { call } = request;
    switch (request.do) {
      case 'load':
        return { call, done: 'load', ...(await this.#load()) };
      case 'append':
        await this.#loaded();
        await this.#journal.append(request.submission);
        return { call, done: 'append' };
      case 'append-orders':
        await this.#loaded();
        await this.#journal.appendOrders(request.orders);
        return { call, done: 'append-orders' };
      case 'has-room':
        await this.#loaded();
        return { call, done: 'has-room', room: await this.#journal.hasRoom() };
      case 'has':
        await this.#loaded();
        return { call, done: 'has', kept: await this.#journal.has(request.id) };
      case 'compact': {
        await this.#loaded();
        const { settled, before } = request;
        return {
          call,
          done: 'compact',
          ...(await this.#journal.compact({ settled: new Set(settled), before })),
        };
      }
      case 'sentinel-read':
        return { call, done: 'sentinel-read', mark: await this.#sentinel.read() };
      case 'sentinel-write':
        await this.#sentinel.write(request.mark);
        return { call, done: 'sentinel-write' };
    }
  }

  /** A journal that was never read knows neither where its files end nor what is in them. */
  async #loaded(): Promise<void> {
    if (!this.#ready) await this.#load();
  }

  async #load(): Promise<LoadedJournal> {
    const loaded = await this.#journal.load();
    this.#ready = true;
    return loaded;
  }
}

type Problem = Extract<JournalReply, { done: 'failed' }>['problem'];
const failed = (call: number, problem: Problem): JournalReply => ({ call, done: 'failed', problem });

function problemOf(error: unknown): Problem {
  if (error instanceof JournalError) return error.problem;
  return isNoSpace(error) ? 'no-space' : 'failed';
}
