import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { useClock, useTick } from '../now';
import { agoOf } from '../shell/synced-ago';

/** How long ago an instant was, in its largest unit, counting. */
export function Age({ since }: { since: string }) {
  const { t } = useWords();
  const clock = useClock();
  const offMs = useLive('status', null)?.clock.offMs ?? 0; // an instant is the server's time
  useTick();
  const seconds = Math.max(0, Math.floor((clock.wallMs() + offMs - Date.parse(since)) / 1000));
  const [unit, n] = agoOf(seconds);
  return t(`care.span.${unit}`, { n: String(n), count: n });
}
