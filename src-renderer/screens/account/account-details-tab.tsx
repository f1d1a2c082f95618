import { useRef } from 'react';
import type { Account } from '../../../shared/model/account';
import type { SubmissionView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';
import styles from './account-details.module.css';
import { ContactForm } from './contact-form';
import { PersonalData } from './personal-data';
import { RecordedRequests } from './recorded-requests';
import { RegistrationForm } from './registration-form';
import { useRequests } from './use-requests';

/** *Contul meu*: what the customer could do at the kiosk, done by the clerk after seeing an identity document. */
export function AccountDetailsTab({ account }: { account: Account }) {
  const { t } = useWords();
  const requests = useRequests(account.id);
  const offline = useLive('status', null)?.connection.state === 'offline';
  return (
    <div className={styles.sheet}>
      <div className={styles.known}>
        <PersonalData account={account} />
        {offline && <Notice tone="inform">{t('desk.account.offline')}</Notice>}
        <RecordedRequests requests={requests} />
      </div>
      <ContactForm account={account} />
      <Registration account={account} requests={requests} />
    </div>
  );
}

/** A second registration would only be refused: while one stands or waits, none is offered. */
function Registration({ account, requests }: { account: Account; requests: SubmissionView[] }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const waits = requests.some(({ kind, state }) => kind === 'registration' && isOnItsWay(state));
  const offered = !account.registered && !waits;
  return (
    <div ref={place} className={styles.registration} tabIndex={-1}>
      {offered ? (
        <RegistrationForm account={account} registered={() => place.current?.focus()} />
      ) : (
        <section className={styles.form}>
          <h2 className={styles.title}>{t('desk.account.register')}</h2>
          <Notice tone="inform">
            {t(account.registered ? 'desk.account.isRegistered' : 'desk.account.isWaiting')}
          </Notice>
        </section>
      )}
    </div>
  );
}

const isOnItsWay = (state: SubmissionView['state']): boolean =>
  state === 'kept' || state === 'sent' || state === 'held' || state === 'received';
