import type { SubmissionView } from '../../data/submission-view';
import { useLive } from '../data-context';

/** Registrations and contact changes of an account recorded on this device: today's, and what waits or is not received. Newest first. */
export function useRequests(accountId: string): SubmissionView[] {
  const today = useLive('submissions', { show: 'today' }) ?? [];
  const waiting = useLive('submissions', { show: 'waiting' }) ?? [];
  const attention = useLive('submissions', { show: 'attention' }) ?? [];
  const byId = new Map([...today, ...waiting, ...attention].map((submission) => [submission.id, submission]));
  return [...byId.values()]
    .filter((submission) => submission.accountId === accountId && isRequest(submission))
    .toSorted((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1));
}

const isRequest = ({ kind }: SubmissionView): boolean => kind === 'registration' || kind === 'contact-change';
