import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until the answer is not null. It waits far longer than a busy machine needs: only what never comes is told.
 * @throws Error with `what` when it is still null after `withinMs`
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  withinMs = 180_000,
): Promise<T> {
  const last = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > last) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await pause(25);
  }
}
