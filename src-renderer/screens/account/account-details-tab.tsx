import { useState } from 'react';
import type { Account } from '../../../shared/model/account';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';
import styles from './account-details.module.css';
import type { MadeRequest } from './contact-form';
import { CustomerForms } from './customer-forms';
import { type PendingEmail, PersonalData } from './personal-data';
import { RecordedRequests } from './recorded-requests';
import { RequestsElsewhere } from './requests-elsewhere';
import { useRequests } from './use-requests';

/** *Contul meu*: what the customer could do at the kiosk, done by the clerk after seeing an identity document. */
export function AccountDetailsTab({ account }: { account: Account }) {
  const { t } = useWords();
  const requests = useRequests(account.id);
  const offline = useLive('status', null)?.connection.state === 'offline';
  const [made, setMade] = useState<MadeRequest[]>([]);
  const add = (request: MadeRequest) => setMade((before) => [...before, request]);
  const registering = requests.some((request) => isRegistering(request, account));
  return (
    <div className={styles.sheet}>
      <div className={styles.known}>
        <PersonalData account={account} email={pendingEmail(made, requests)} registering={registering} />
        {offline && <Notice tone="inform">{t('desk.account.offline')}</Notice>}
        <RecordedRequests requests={requests} made={made} />
        <RequestsElsewhere account={account} />
      </div>
      <CustomerForms account={account} registering={registering} made={add} />
    </div>
  );
}

/** The address asked for last that may still come to count. */
function pendingEmail(
  made: readonly MadeRequest[],
  requests: readonly SubmissionView[],
): PendingEmail | null {
  const states = new Map(requests.map(({ id, state }) => [id, state]));
  const last = made.findLast(({ submissionId, email }) => {
    const state = states.get(submissionId);
    return email !== null && state !== undefined && (state === 'received' || isWaiting(state));
  });
  return last?.email ? { email: last.email, linkSent: states.get(last.submissionId) === 'received' } : null;
}

/** What was received is on its way until the account itself says so. */
const isRegistering = ({ kind, state }: SubmissionView, { registered }: Account): boolean =>
  kind === 'registration' && (isWaiting(state) || (state === 'received' && !registered));

const isWaiting = (state: SubmissionView['state']): boolean =>
  state === 'kept' || state === 'sent' || state === 'held';
