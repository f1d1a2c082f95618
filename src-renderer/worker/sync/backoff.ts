/** How long to wait between tries: from `firstMs`, doubling up to `mostMs`, each time a random half to whole of it. */
export interface Backoff {
  firstMs: number;
  mostMs: number;
}

/** @param tries failed tries so far, from 1 @param random a number from 0 to 1 */
export function delayMs(backoff: Backoff, tries: number, random: number): number {
  const whole = Math.min(backoff.mostMs, backoff.firstMs * 2 ** (tries - 1));
  return Math.round(whole * (0.5 + random / 2));
}

/** Resolves after a time, or at once when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
