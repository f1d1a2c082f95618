export interface LoopOptions {
  everyMs: number;
  /** One pass; `all`: also over orders that are open, which are asked about less often. */
  pass: (all: boolean) => Promise<void>;
  onError: (error: unknown) => void;
}

const openEvery = 4; // passes

/** Passes one after the other until it is closed. */
export function reconcileLoop({ everyMs, pass, onError }: LoopOptions) {
  let passes = 0;
  let running: Promise<void> | null = null;

  const timer = setInterval(() => {
    running ??= pass(passes++ % openEvery === 0)
      .catch(onError)
      .finally(() => {
        running = null;
      });
  }, everyMs);

  return {
    async close(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
