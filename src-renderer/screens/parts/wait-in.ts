import type { useWords } from '../../text/use-words';

/** How long to wait, in words: `1 min 35 s`. */
export function waitIn(t: ReturnType<typeof useWords>['t'], ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return t('counter.wait.seconds', { n: String(seconds) });
  return t('counter.wait.minutes', { n: String(Math.floor(seconds / 60)), s: String(seconds % 60) });
}
