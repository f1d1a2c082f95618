/** Somebody waits for an answer: work that nobody waits for stands back until it is given. */
export class Precedence {
  #answering = 0;
  #standingBack: (() => void)[] = [];

  async answer<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.#answering += 1;
    try {
      return await work();
    } finally {
      this.#answering -= 1;
      if (this.#answering === 0) for (const goOn of this.#standingBack.splice(0)) goOn();
    }
  }

  /** Returns when no answer is under way. */
  async standBack(): Promise<void> {
    while (this.#answering > 0) await new Promise<void>((goOn) => this.#standingBack.push(goOn));
  }
}
