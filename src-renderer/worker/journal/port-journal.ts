import { JournalReply, type JournalRequest } from '../../../shared/ipc/journal-messages';
import { type Journal, JournalError } from '../../../shared/journal/journal';
import type { DecodedJournal } from '../../../shared/journal/journal-line';
import type { Submission } from '../../../shared/model/submission';

/** The end of a message port, as much of it as a journal needs. */
export type JournalPort = Pick<MessagePort, 'postMessage' | 'addEventListener' | 'start' | 'close'>;

/** Without an answer in this time the main process is taken for gone, and nothing is said to be saved. */
const patienceMs = 10_000;

interface Call {
  answered(reply: JournalReply): void;
  failed(error: JournalError): void;
}

/** The journal in the main process, asked over a message port. */
export class PortJournal implements Journal {
  readonly #port: JournalPort;
  readonly #calls = new Map<number, Call>();
  #lastCall = 0;

  constructor(port: JournalPort) {
    this.#port = port;
    port.addEventListener('message', (event) => this.#receive(event.data));
    port.start();
  }

  async load(): Promise<DecodedJournal> {
    const reply = await this.#ask({ do: 'load' });
    if (reply.done !== 'load') throw new JournalError('failed');
    return { submissions: reply.submissions, setAside: reply.setAside };
  }

  async append(submission: Submission): Promise<void> {
    const reply = await this.#ask({ do: 'append', submission });
    if (reply.done !== 'append') throw new JournalError('failed');
  }

  #ask(request: { do: 'load' } | { do: 'append'; submission: Submission }): Promise<JournalReply> {
    this.#lastCall += 1;
    const call = this.#lastCall;
    return new Promise<JournalReply>((resolve, reject) => {
      const timer = setTimeout(() => this.#calls.get(call)?.failed(new JournalError('failed')), patienceMs);
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        this.#calls.delete(call);
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
    if (reply.done === 'failed') call?.failed(new JournalError(reply.problem));
    else call?.answered(reply);
  }
}
