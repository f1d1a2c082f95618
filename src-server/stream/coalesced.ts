/**
 * Makes one run out of many calls: `run` starts `delayMs` after the first call, never twice at once; calls during a run
 * are answered by one more.
 */
export function coalesced(run: () => Promise<void>, delayMs: number) {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  function start(): void {
    timer = null;
    const before = running ?? Promise.resolve();
    running = before.then(run);
  }

  return {
    call(): void {
      timer ??= setTimeout(start, delayMs);
    },
    /** Ends what is planned and waits for what runs. */
    async stop(): Promise<void> {
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
