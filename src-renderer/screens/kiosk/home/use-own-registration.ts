import type { SubmissionView } from '../../../data/submission-view';
import { useLive } from '../../data-context';

const onItsWay: readonly SubmissionView['state'][] = ['kept', 'sent', 'received'];

/** A registration of the account that was made on this device and has come to no refusal. */
export function useOwnRegistration(accountId: string): SubmissionView | undefined {
  const waiting = useLive('submissions', { show: 'waiting' });
  const today = useLive('submissions', { show: 'today' });
  return [...(waiting ?? []), ...(today ?? [])].find(
    (made) => made.kind === 'registration' && made.accountId === accountId && onItsWay.includes(made.state),
  );
}
