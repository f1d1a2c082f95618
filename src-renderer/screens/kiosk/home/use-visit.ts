import { useEffect, useRef } from 'react';
import type { VisitView } from '../../../data/visit-api';
import { useLive } from '../../data-context';
import { useKiosk } from '../navigation';

/** Who stands here. A visit that is over elsewhere (its time at the server ran out) ends on the screen too. */
export function useVisit(): VisitView | null {
  const visit = useLive('visit', null);
  const { leave } = useKiosk();
  const seen = useRef(false);
  if (visit) seen.current = true;
  const over = visit === null && seen.current;
  useEffect(() => {
    if (over) leave();
  }, [over, leave]);
  return visit ?? null;
}
