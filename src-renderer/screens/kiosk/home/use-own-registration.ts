import type { SubmissionView } from '../../../data/submission-view';
import { useOwnSubmissions } from '../../use-own-submissions';

const onItsWay = ['kept', 'sent', 'received', 'held'] as const;
type OnItsWay = SubmissionView & { state: (typeof onItsWay)[number] };

/** A registration of the account that was made on this device and has come to no refusal. */
export function useOwnRegistration(accountId: string): OnItsWay | undefined {
  return useOwnSubmissions()
    .filter((made) => made.kind === 'registration' && made.accountId === accountId)
    .find(isOnItsWay);
}

const isOnItsWay = (made: SubmissionView): made is OnItsWay => onItsWay.some((state) => state === made.state);
