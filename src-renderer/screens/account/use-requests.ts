import type { SubmissionView } from '../../data/submission-view';
import { useOwnSubmissions } from '../use-own-submissions';

/** Registrations and contact changes of an account recorded on this device, newest first. */
export const useRequests = (accountId: string): SubmissionView[] =>
  useOwnSubmissions()
    .filter((submission) => submission.accountId === accountId && isRequest(submission))
    .toSorted((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1));

const isRequest = ({ kind }: SubmissionView): boolean => kind === 'registration' || kind === 'contact-change';
