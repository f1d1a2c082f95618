import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Account } from '../../../shared/model/account';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';
import styles from './account-details.module.css';
import { type AskedEmail, ContactForm } from './contact-form';
import { type PendingEmail, PersonalData } from './personal-data';
import { RecordedRequests } from './recorded-requests';
import { RegistrationForm } from './registration-form';
import { useRequests } from './use-requests';

/** *Contul meu*: what the customer could do at the kiosk, done by the clerk after seeing an identity document. */
export function AccountDetailsTab({ account }: { account: Account }) {
  const { t } = useWords();
  const requests = useRequests(account.id);
  const offline = useLive('status', null)?.connection.state === 'offline';
  const [asked, setAsked] = useState<AskedEmail[]>([]);
  const ask = (email: AskedEmail) => setAsked((before) => [...before, email]);
  const registering = requests.some((request) => isRegistering(request, account));
  return (
    <div className={styles.sheet}>
      <div className={styles.known}>
        <PersonalData account={account} email={pendingEmail(asked, requests)} registering={registering} />
        {offline && <Notice tone="inform">{t('desk.account.offline')}</Notice>}
        <RecordedRequests requests={requests} asked={asked} />
      </div>
      <ContactForm account={account} asked={ask} />
      <Registration account={account} registering={registering} asked={ask} />
    </div>
  );
}

/** The address asked for last that may still come to count. */
function pendingEmail(
  asked: readonly AskedEmail[],
  requests: readonly SubmissionView[],
): PendingEmail | null {
  const states = new Map(requests.map(({ id, state }) => [id, state]));
  const last = asked.findLast(({ submissionId }) => {
    const state = states.get(submissionId);
    return state !== undefined && (state === 'received' || isWaiting(state));
  });
  return last ? { email: last.email, linkSent: states.get(last.submissionId) === 'received' } : null;
}

interface RegistrationProps {
  account: Account;
  /** One was made here, and its answer is still to come. */
  registering: boolean;
  asked: (email: AskedEmail) => void;
}

/** While one waits a second would only be refused. One that stands is made anew when its password is forgotten. */
function Registration({ account, registering, asked }: RegistrationProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [again, setAgain] = useState(false);
  const close = () => {
    setAgain(false);
    place.current?.focus(); // the button that was pressed goes with the form
  };
  const offered = !registering && (again || !account.registered);
  const saved = (email: AskedEmail) => {
    asked(email);
    close();
  };
  return (
    <div ref={place} className={styles.registration} tabIndex={-1}>
      {offered ? (
        <RegistrationForm account={account} registered={saved} {...(again ? { leave: close } : {})} />
      ) : (
        <section className={styles.form}>
          <h2 className={styles.title}>{t('desk.account.register')}</h2>
          <Notice tone="inform">
            {t(registering ? 'desk.account.isWaiting' : 'desk.account.isRegistered')}
          </Notice>
          {!registering && (
            <Button variant="default" className={styles.again} onClick={() => setAgain(true)}>
              {t('desk.account.registerAgain')}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

/** What was received is on its way until the account itself says so. */
const isRegistering = ({ kind, state }: SubmissionView, { registered }: Account): boolean =>
  kind === 'registration' && (isWaiting(state) || (state === 'received' && !registered));

const isWaiting = (state: SubmissionView['state']): boolean =>
  state === 'kept' || state === 'sent' || state === 'held';
