import type { useWords } from '../../text/use-words';

/** How long to wait, in words: `1 min 35 s`. */
export function waitIn(t: ReturnType<typeof useWords>['t'], ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return t('counter.wait.seconds', { n: String(seconds) });
  const n = String(Math.floor(seconds / 60));
  const s = seconds % 60;
  return s === 0 ? t('counter.wait.wholeMinutes', { n }) : t('counter.wait.minutes', { n, s: String(s) });
}
