import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Codes, KioskView } from '../../../data/visit-api';
import { useClock } from '../../now';
import { type Heard, scanReader, settleMs } from './scan';

/**
 * Hears the scanner wherever the focus is. The Enter behind a scan is not left to the button that has the focus.
 * @param onForeign a code that is no invoice's; left out where people type
 */
export function useScan(
  kiosk: KioskView | undefined,
  onScan: (codes: Codes) => void,
  onForeign?: () => void,
): void {
  const clock = useClock();
  const pattern = kiosk?.invoiceBarcode ?? null;
  const reader = useMemo(() => scanReader(pattern), [pattern]);
  const take = useEffectEvent((heard: Heard): boolean => {
    if (heard === 'foreign') onForeign?.();
    else if (heard) onScan(heard);
    return heard === 'foreign' ? onForeign !== undefined : heard !== null;
  });
  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      clearTimeout(settling);
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return; // no scanner holds a key down
      if (take(reader.hear(event.key, clock.monotonicMs()))) {
        event.preventDefault();
        event.stopPropagation();
      } else settling = setTimeout(() => take(reader.settle()), settleMs);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(settling);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [reader, clock]);
}
