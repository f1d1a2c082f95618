import type { SubmissionView } from '../data/submission-view';
import { useLive } from './data-context';

/** What was made on this device today, and of earlier days what still waits or is not received; each once. */
export function useOwnSubmissions(): SubmissionView[] {
  const today = useLive('submissions', { show: 'today' }) ?? [];
  const waiting = useLive('submissions', { show: 'waiting' }) ?? [];
  const attention = useLive('submissions', { show: 'attention' }) ?? [];
  const byId = new Map([...today, ...waiting, ...attention].map((submission) => [submission.id, submission]));
  return [...byId.values()];
}
