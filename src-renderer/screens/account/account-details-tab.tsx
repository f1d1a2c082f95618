import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Account } from '../../../shared/model/account';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';
import styles from './account-details.module.css';
import { type AskedEmail, ContactForm } from './contact-form';
import { PersonalData } from './personal-data';
import { RecordedRequests } from './recorded-requests';
import { RegistrationForm } from './registration-form';
import { useRequests } from './use-requests';

/** *Contul meu*: what the customer could do at the kiosk, done by the clerk after seeing an identity document. */
export function AccountDetailsTab({ account }: { account: Account }) {
  const { t } = useWords();
  const requests = useRequests(account.id);
  const offline = useLive('status', null)?.connection.state === 'offline';
  const [asked, setAsked] = useState<AskedEmail | null>(null);
  const change = requests.find(({ id }) => id === asked?.submissionId);
  const awaited = asked && change?.state === 'received' ? asked.email : null; // before that no link has left
  return (
    <div className={styles.sheet}>
      <div className={styles.known}>
        <PersonalData account={account} awaited={awaited} />
        {offline && <Notice tone="inform">{t('desk.account.offline')}</Notice>}
        <RecordedRequests requests={requests} asked={asked} />
      </div>
      <ContactForm account={account} asked={setAsked} />
      <Registration account={account} requests={requests} />
    </div>
  );
}

/** While one waits a second would only be refused. One that stands is made anew when its password is forgotten. */
function Registration({ account, requests }: { account: Account; requests: SubmissionView[] }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { registered } = account;
  const waits = requests.some(({ kind, state }) => kind === 'registration' && isOnItsWay(state, registered));
  const [again, setAgain] = useState(false);
  const close = () => {
    setAgain(false);
    place.current?.focus(); // the button that was pressed goes with the form
  };
  const offered = !waits && (again || !registered);
  return (
    <div ref={place} className={styles.registration} tabIndex={-1}>
      {offered ? (
        <RegistrationForm account={account} registered={close} {...(again ? { leave: close } : {})} />
      ) : (
        <section className={styles.form}>
          <h2 className={styles.title}>{t('desk.account.register')}</h2>
          <Notice tone="inform">{t(waits ? 'desk.account.isWaiting' : 'desk.account.isRegistered')}</Notice>
          {!waits && (
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
const isOnItsWay = (state: SubmissionView['state'], registered: boolean): boolean =>
  state === 'kept' || state === 'sent' || state === 'held' || (state === 'received' && !registered);
