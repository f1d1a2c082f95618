import { useRef, useState } from 'react';
import type { Account } from '../../../shared/model/account';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { type DraftForm, useAnySaving, useFormDraft } from '../parts/form-drafts';
import { Notice } from '../parts/notice';
import { focusTabField } from '../parts/tab-field';
import styles from './account-details.module.css';
import { ClosedForm } from './closed-form';
import { type AskedEmail, ContactForm, contactDraft } from './contact-form';
import { type PendingEmail, PersonalData } from './personal-data';
import { RecordedRequests } from './recorded-requests';
import { RegistrationForm, registrationDraft } from './registration-form';
import { RequestsElsewhere } from './requests-elsewhere';
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
        <RequestsElsewhere account={account} />
      </div>
      <Forms account={account} registering={registering} asked={ask} />
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

interface FormsProps {
  account: Account;
  /** A registration was made here, and its answer is still to come: a second would only be refused. */
  registering: boolean;
  asked: (email: AskedEmail) => void;
}

type OpenForm = 'contact' | 'registration';

/** Which of them is open, as it was left. */
const openForm: DraftForm<OpenForm> = { tab: 'account', untouched: 'contact', isTyped: () => false };

/** The two forms, of which one is open at a time. A login that stands is made anew when its password is forgotten. */
function Forms({ account, registering, asked }: FormsProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useFormDraft(openForm);
  const [contact] = useFormDraft(contactDraft);
  const [registration] = useFormDraft(registrationDraft);
  const busy = useAnySaving();
  const open = registering ? 'contact' : chosen;
  const turnTo = (form: OpenForm) => {
    choose(() => form);
    requestAnimationFrame(() => focusTabField('account'));
  };
  const leave = () => {
    choose(() => 'contact');
    place.current?.focus(); // the button that was pressed goes with the form
  };
  const login = registering ? 'isWaiting' : account.registered ? 'isRegistered' : 'isNotRegistered';
  return (
    <>
      {open === 'contact' ? (
        <ContactForm account={account} asked={asked} />
      ) : (
        <ClosedForm
          title={t('desk.account.change')}
          what={<p className={styles.soft}>{t('desk.account.changeWhat')}</p>}
          label={t('desk.account.changeOpen')}
          busy={busy}
          open={() => turnTo('contact')}
          typed={contactDraft.isTyped(contact)}
        />
      )}
      <div ref={place} className={styles.registration} tabIndex={-1}>
        {open === 'registration' ? (
          <RegistrationForm
            account={account}
            registered={(email) => {
              asked(email);
              leave();
            }}
            leave={leave}
          />
        ) : (
          <ClosedForm
            title={t('desk.account.register')}
            what={<Notice tone="inform">{t(`desk.account.${login}`)}</Notice>}
            label={
              registering ? null : t(`desk.account.${account.registered ? 'registerAgain' : 'registerOpen'}`)
            }
            busy={busy}
            open={() => turnTo('registration')}
            typed={registrationDraft.isTyped(registration)}
          />
        )}
      </div>
    </>
  );
}

/** What was received is on its way until the account itself says so. */
const isRegistering = ({ kind, state }: SubmissionView, { registered }: Account): boolean =>
  kind === 'registration' && (isWaiting(state) || (state === 'received' && !registered));

const isWaiting = (state: SubmissionView['state']): boolean =>
  state === 'kept' || state === 'sent' || state === 'held';
