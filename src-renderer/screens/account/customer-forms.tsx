import { useRef } from 'react';
import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import type { DraftForm } from '../drafts/drafts';
import { wordsOfTab } from '../drafts/left-words';
import { useAnySaving, useDraft } from '../drafts/use-draft';
import { Notice } from '../parts/notice';
import { focusTabField } from '../parts/tab-field';
import styles from './account-details.module.css';
import { ClosedForm } from './closed-form';
import { ContactForm, contactDraft, type MadeRequest } from './contact-form';
import { RegistrationForm, registrationDraft } from './registration-form';

interface CustomerFormsProps {
  account: Account;
  /** A registration was made here, and its answer is still to come: a second would only be refused. */
  registering: boolean;
  made: (request: MadeRequest) => void;
}

type OpenForm = 'contact' | 'registration';

/** Which of them is open, as it was left. */
const openForm: DraftForm<OpenForm> = {
  key: 'open-form',
  untouched: 'contact',
  isTyped: () => false,
  words: wordsOfTab('account'),
};

/** The two forms, of which one is open at a time. A login that stands is made anew when its password is forgotten. */
export function CustomerForms({ account, registering, made }: CustomerFormsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useDraft(openForm);
  const open = registering ? 'contact' : chosen;
  const turnTo = (form: OpenForm) => {
    choose(() => form);
    requestAnimationFrame(() => focusTabField('account'));
  };
  const leave = () => {
    choose(() => 'contact');
    place.current?.focus(); // the button that was pressed goes with the form
  };
  const registered = (request: MadeRequest) => {
    made(request);
    leave();
  };
  return (
    <>
      {open === 'contact' ? (
        <ContactForm account={account} made={made} />
      ) : (
        <ClosedContact open={() => turnTo('contact')} />
      )}
      <div ref={place} className={styles.registration} tabIndex={-1}>
        {open === 'registration' ? (
          <RegistrationForm account={account} registered={registered} leave={leave} />
        ) : (
          <ClosedRegistration
            account={account}
            registering={registering}
            open={() => turnTo('registration')}
          />
        )}
      </div>
    </>
  );
}

function ClosedContact({ open }: { open: () => void }) {
  const { t } = useWords();
  const [typed] = useDraft(contactDraft);
  return (
    <ClosedForm
      title={t('desk.account.change')}
      what={<p className={styles.soft}>{t('desk.account.changeWhat')}</p>}
      label={t('desk.account.changeOpen')}
      busy={useAnySaving()}
      open={open}
      typed={contactDraft.isTyped(typed)}
    />
  );
}

interface ClosedRegistrationProps extends Pick<CustomerFormsProps, 'account' | 'registering'> {
  open: () => void;
}

function ClosedRegistration({ account, registering, open }: ClosedRegistrationProps) {
  const { t } = useWords();
  const [typed] = useDraft(registrationDraft);
  const login = registering ? 'isWaiting' : account.registered ? 'isRegistered' : 'isNotRegistered';
  const label = t(`desk.account.${account.registered ? 'registerAgain' : 'registerOpen'}`);
  return (
    <ClosedForm
      title={t('desk.account.register')}
      what={<Notice tone="inform">{t(`desk.account.${login}`)}</Notice>}
      label={registering ? null : label}
      busy={useAnySaving()}
      open={open}
      typed={registrationDraft.isTyped(typed)}
    />
  );
}
