import type { SubmissionView } from '../../data/submission-view';
import { useLive } from '../data-context';

/** What was made on this device today, and of earlier days what still waits or is held; one may stand in two of the lists. */
export function useMadeHere(): SubmissionView[] {
  const today = useLive('submissions', { show: 'today' });
  const waiting = useLive('submissions', { show: 'waiting' });
  const attention = useLive('submissions', { show: 'attention' });
  return [...(today ?? []), ...(waiting ?? []), ...(attention ?? [])];
}
