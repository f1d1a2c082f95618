/** Lets a loop sleep until somebody has work for it; a nudge while it works is kept for its next sleep. */
export class Nudge {
  #wake: (() => void) | null = null;
  #nudged = false;

  nudge(): void {
    this.#nudged = true;
    this.#wake?.();
  }

  /** Returns at the next nudge, after `mostMs`, or when the signal is aborted. */
  async wait(mostMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#nudged && !signal.aborted) await this.#sleep(mostMs, signal);
    this.#nudged = false;
  }

  #sleep(mostMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, Math.min(mostMs, 2 ** 31 - 1));
      signal.addEventListener('abort', done);
      this.#wake = done;
    });
  }
}
