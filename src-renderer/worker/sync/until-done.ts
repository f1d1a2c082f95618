import { pause } from './backoff';

const betweenMs = 1_000;

/**
 * Does some work again, a second later each time, until it has not failed; the log says once why. @returns false when it
 * was given up because the signal was aborted
 */
export async function untilDone(
  trouble: string,
  work: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<boolean> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      await work();
      return !signal.aborted;
    } catch (error) {
      if (isFirst && !signal.aborted) console.error(trouble, error);
      await pause(betweenMs, signal);
    }
  }
  return false;
}
