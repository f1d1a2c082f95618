import { JournalReply, type JournalRequest } from '../../../shared/ipc/journal-messages';
import { JournalError } from '../../../shared/journal/journal';

/** The end of a message port, as much of it as a journal needs. */
export type JournalPort = Pick<MessagePort, 'postMessage' | 'addEventListener' | 'start' | 'close'>;

/** The main process did not answer in time: it may be gone, or busy, and have done what was asked or not. */
export class NoAnswer extends JournalError {
  constructor() {
    super('failed', 'no answer');
  }
}

export interface Patience {
  /** Without an answer in this time, `ask` throws NoAnswer. */
  patienceMs?: number;
  /** Told of an answer that comes all the same. */
  late?: (reply: JournalReply) => void;
}

const usualPatienceMs = 10_000;

interface Call {
  answered(reply: JournalReply): void;
  failed(error: JournalError): void;
}

type WithoutCall<R> = R extends { call: number } ? Omit<R, 'call'> : never;
type Ask = WithoutCall<JournalRequest>;
type ReplyTo<A extends Ask> = Extract<JournalReply, { done: A['do'] }>;

/** What the data worker asks of the main process over one message port; each answer finds its question by number. */
export class JournalCalls {
  readonly #port: JournalPort;
  readonly #calls = new Map<number, Call>();
  #lastCall = 0;

  constructor(port: JournalPort) {
    this.#port = port;
    port.addEventListener('message', (event) => this.#receive(event.data));
    port.start();
  }

  /** @throws JournalError when it failed over there, NoAnswer when no answer came */
  async ask<A extends Ask>(request: A, patience: Patience = {}): Promise<ReplyTo<A>> {
    const reply = await this.#answerTo(request, patience);
    if (reply.done !== request.do) throw new JournalError('failed', `answered with ${reply.done}`);
    return reply as ReplyTo<A>;
  }

  #answerTo(request: Ask, { patienceMs = usualPatienceMs, late }: Patience): Promise<JournalReply> {
    this.#lastCall += 1;
    const call = this.#lastCall;
    return new Promise<JournalReply>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#calls.get(call)?.failed(new NoAnswer());
        if (late) this.#calls.set(call, { answered: late, failed: () => undefined });
      }, patienceMs);
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        finish();
      };
      this.#calls.set(call, {
        answered: (reply) => settle(() => resolve(reply)),
        failed: (error) => settle(() => reject(error)),
      });
      this.#port.postMessage({ call, ...request } satisfies JournalRequest);
    });
  }

  #receive(message: unknown): void {
    const parsed = JournalReply.safeParse(message);
    if (!parsed.success) {
      console.error('journal: an answer that cannot be read', parsed.error);
      return;
    }
    const reply = parsed.data;
    const call = this.#calls.get(reply.call);
    this.#calls.delete(reply.call);
    if (reply.done === 'failed') call?.failed(new JournalError(reply.problem));
    else call?.answered(reply);
  }
}
