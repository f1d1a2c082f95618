/** What was started or made, undone in the opposite order; a step that fails stops no other. */
export class Undo {
  readonly #steps: (() => Promise<unknown> | unknown)[] = [];
  #running: Promise<void> | null = null;

  add(step: () => Promise<unknown> | unknown): void {
    if (this.#running !== null) void Promise.resolve(step()).catch(complain);
    else this.#steps.push(step);
  }

  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        complain(error);
      }
    }
  }
}

const complain = (error: unknown): void => console.error('could not be undone:', error);
