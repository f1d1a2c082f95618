import { useWords } from '../../text/use-words';
import { useServerMs, useTick } from '../now';
import { agoOf } from '../shell/synced-ago';

/** How long ago an instant was, in its largest unit, counting. */
export function Age({ since }: { since: string }) {
  const { t } = useWords();
  const serverMs = useServerMs();
  useTick();
  const seconds = Math.max(0, Math.floor((serverMs() - Date.parse(since)) / 1000));
  const [unit, n] = agoOf(seconds);
  return t(`care.span.${unit}`, { n: String(n), count: n });
}
