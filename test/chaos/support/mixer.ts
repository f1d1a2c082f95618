import { setTimeout as pause } from 'node:timers/promises';
import { routes } from '../../../shared/sync/routes';
import { SubmissionsResponse } from '../../../shared/sync/submissions';
import { HttpProxy, type Passing, sendReply } from './http-proxy';
import type { Random } from './random';

interface Row {
  passing: Passing;
  place: number;
  submission: unknown;
}

/**
 * A proxy that holds the submissions of several devices back until all have come, and brings them to the server row by row in
 * random order, a few at a time. Each device still gets one answer for each row in its own order.
 */
export class Mixer {
  readonly #random: Random;
  readonly #expected: number;
  #proxy: HttpProxy | null = null;
  #mixed = false;
  #held: Row[] = [];

  /** @param expected rows to wait for before any is let through */
  constructor(random: Random, expected: number) {
    this.#random = random;
    this.#expected = expected;
  }

  async begin(port: () => number): Promise<HttpProxy> {
    this.#proxy = await HttpProxy.begin(port, {
      exchange: (passing) => this.#exchange(passing),
      streamLifeMs: () => null,
    });
    return this.#proxy;
  }

  async #exchange(passing: Passing): Promise<void> {
    if (!this.#proxy) throw new Error('the mixer was not begun');
    if (passing.path !== routes.submissions || this.#mixed)
      return sendReply(passing, await this.#proxy.forward(passing));
    const { submissions } = JSON.parse(passing.body.toString()) as { submissions: unknown[] };
    this.#held.push(...submissions.map((submission, place) => ({ passing, place, submission })));
    if (this.#held.length >= this.#expected) await this.#letThrough(this.#proxy);
  }

  async #letThrough(proxy: HttpProxy): Promise<void> {
    this.#mixed = true; // what is offered again after this has been in random order once
    const rows = this.#random.shuffled(this.#held);
    this.#held = [];
    const answers = new Map<Passing, unknown[]>();
    let last: SubmissionsResponse | null = null;
    const next = async (): Promise<void> => {
      for (let row = rows.shift(); row; row = rows.shift()) {
        last = await this.#bring(proxy, row);
        answers.set(row.passing, answers.get(row.passing) ?? []);
        (answers.get(row.passing) ?? [])[row.place] = last.answers[0];
        if (this.#random.happens(0.1)) await pause(this.#random.whole(0, 5));
      }
    };
    await Promise.all([next(), next(), next(), next()]);
    for (const [passing, of] of answers) {
      const body = Buffer.from(JSON.stringify({ ...(last as SubmissionsResponse | null), answers: of }));
      sendReply(passing, { status: 200, headers: { 'content-type': 'application/json' }, body });
    }
  }

  /** @throws Error with the server's words when it does not take the row */
  async #bring(proxy: HttpProxy, { passing, submission }: Row): Promise<SubmissionsResponse> {
    const body = Buffer.from(JSON.stringify({ submissions: [submission], stillWaiting: 1 }));
    const reply = await proxy.forward({ ...passing, body });
    if (reply.status !== 200) console.error(`the server answered ${reply.status}: ${reply.body}`);
    return SubmissionsResponse.parse(JSON.parse(reply.body.toString()));
  }
}
