import { useWords } from '../../text/use-words';
import { useMsSinceKnown } from '../now';

/** `Sincronizat acum 3 s`, counting. */
export function SyncedAgo({ at }: { at: string | null }) {
  const { t } = useWords();
  const seconds = Math.floor(useMsSinceKnown(at) / 1000);
  if (at === null) return t('counter.status.online');
  const [unit, n] = agoOf(seconds);
  return t('counter.status.synced', { ago: t(`counter.ago.${unit}`, { n: String(n), count: n }) });
}

/** Seconds in the largest unit that fills. */
export function agoOf(seconds: number): ['seconds' | 'minutes' | 'hours' | 'days', number] {
  if (seconds < 60) return ['seconds', seconds];
  if (seconds < 3600) return ['minutes', Math.floor(seconds / 60)];
  if (seconds < 86_400) return ['hours', Math.floor(seconds / 3600)];
  return ['days', Math.floor(seconds / 86_400)];
}
