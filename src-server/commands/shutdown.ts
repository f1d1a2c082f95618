/** A start was asked to end before it was complete. */
export class Interrupted extends Error {}

/** What was started, ended in the opposite order, once, whatever asks for it. */
export class Shutdown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #ending: Promise<void> | null = null;

  /** Adds what ends something that has just been started. @throws Interrupted when everything ends already; so does it */
  async add(step: () => Promise<void> | void): Promise<void> {
    if (this.#ending === null) {
      this.#steps.push(step);
      return;
    }
    await step();
    throw new Interrupted();
  }

  /** Ends everything; a step that fails stops no other. @throws the first failure, when all is done */
  run(): Promise<void> {
    this.#ending ??= this.#runAll();
    return this.#ending;
  }

  async #runAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Resolves when somebody asks this process to end: Ctrl-C, `kill`, or the console that closes. */
function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/**
 * Starts something, waits until it is asked to end, and ends all of it; also when the start fails, or is interrupted
 * midway. @throws what the start failed with
 */
export async function untilEnded(start: (shutdown: Shutdown) => Promise<void>): Promise<void> {
  const shutdown = new Shutdown();
  const asked = untilAskedToEnd();
  const starting = start(shutdown);
  try {
    await Promise.race([starting, asked]);
  } catch (failure) {
    // what comes of ending a start that failed says less than its own failure
    await shutdown.run().catch(() => undefined);
    throw failure;
  }
  await asked;
  console.log('Stopping …');
  await shutdown.run();
  await starting.catch(() => undefined); // an interrupted start has nothing to tell
}
