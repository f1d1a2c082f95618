import { setTimeout as pause } from 'node:timers/promises';

type Step = () => Promise<unknown> | unknown;

const longestStepMs = 20_000;

/** What was started or made, undone in the opposite order; a step that fails or hangs stops no other. */
export class Undo {
  readonly #steps: Step[] = [];
  #running: Promise<void> | null = null;

  add(step: Step): void {
    if (this.#running !== null) void bounded(step);
    else this.#steps.push(step);
  }

  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await bounded(step);
  }
}

async function bounded(step: Step): Promise<void> {
  const late = new AbortController();
  const tooLate = pause(longestStepMs, null, late).then(() => {
    throw new Error(`not within ${longestStepMs / 1000} s: ${step}`);
  });
  tooLate.catch(() => undefined); // it was in time
  try {
    await Promise.race([step(), tooLate]);
  } catch (error) {
    console.error('could not be undone:', error);
  } finally {
    late.abort();
  }
}
