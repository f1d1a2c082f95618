import { useState } from 'react';
import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import { useData, useLive } from '../data-context';
import type { DraftForm } from '../drafts/drafts';
import { wordsOfTab } from '../drafts/left-words';
import { useDraft } from '../drafts/use-draft';
import { tabFieldMark } from '../parts/tab-field';
import styles from './account-details.module.css';
import type { MadeRequest } from './contact-form';
import { FormField } from './customer-field';
import { IdentifiedForm } from './identified-form';
import { useAwaitedEmail } from './use-awaited-email';
import { useCustomerForm } from './use-customer-form';

/** @param awaited an address that waits for its link: it is not typed again where there is no other */
const fieldsOf = ({ contact }: Account, awaited: string | null) => ({
  email: contact.email ?? awaited ?? '',
  phone: contact.phone ?? '',
  seen: false,
});

type Typed = Partial<ReturnType<typeof fieldsOf>>;

/** What was typed into it, the passwords excepted. */
export const registrationDraft: DraftForm<Typed> = {
  key: 'registration',
  untouched: {},
  isTyped: ({ email, phone }) => email !== undefined || phone !== undefined,
  words: wordsOfTab('account'),
};

const noPasswords = { password: '', passwordAgain: '' };

interface RegistrationFormProps {
  account: Account;
  /** After it was saved. */
  registered: (made: MadeRequest) => void;
  leave: () => void;
}

/** A login for the customer, who types the password. The codes are those of the account that is open. */
export function RegistrationForm({ account, registered, leave }: RegistrationFormProps) {
  const { t, format, language } = useWords();
  const api = useData();
  const least = useLive('kiosk', null)?.passwordLength ?? 6; // as the policy has it, here as at a kiosk
  const [typed, setTyped] = useDraft(registrationDraft);
  const [passwords, setPasswords] = useState(noPasswords); // the customer's own: they go as soon as the form is left
  const { seen, ...reached } = { ...fieldsOf(account, useAwaitedEmail(account)), ...typed };
  const fields = { ...reached, ...passwords };
  const type = (part: Typed) => setTyped((before) => ({ ...before, ...part }));
  const forget = () => {
    setTyped(() => ({}));
    setPasswords(noPasswords);
  };
  const { clientCode, internalCode } = account;
  const form = useCustomerForm({
    draft: registrationDraft,
    entry: { clientCode, internalCode, ...fields, identityDocument: seen ? 'seen' : 'not-seen' } as const,
    dirty: Object.keys(typed).length > 0 || passwords !== noPasswords,
    check: (entry) => api.checkRegistration(entry),
    save: (entry) => api.register(entry, language),
    saved: ({ id }) => {
      forget();
      registered({ submissionId: id, email: fields.email.trim() });
    },
  });
  const field = (name: keyof typeof fields) => ({
    field: name,
    form,
    label: t(`desk.account.${name}`),
    value: fields[name],
    type: (value: string) =>
      name in noPasswords ? setPasswords({ ...passwords, [name]: value }) : type({ [name]: value }),
  });
  return (
    <IdentifiedForm
      form={form}
      title={t(account.registered ? 'desk.account.newPassword' : 'desk.account.register')}
      seen={seen}
      see={(now) => type({ seen: now })}
      label={t(account.registered ? 'desk.account.replaceNow' : 'desk.account.registerNow')}
      leave={() => {
        forget();
        leave();
      }}
    >
      <div className={`${styles.pair} ${styles.reached}`}>
        <FormField {...field('email')} attributes={{ maxLength: 200, [tabFieldMark]: 'account' }} />
        <FormField {...field('phone')} attributes={{ maxLength: 20 }} />
      </div>
      <div className={styles.pair}>
        <FormField {...field('password')} />
        <FormField {...field('passwordAgain')} />
      </div>
      <p className={styles.what}>
        {account.registered && `${t('desk.account.replaces')} `}
        {t('desk.account.registerWhat', { least: format.number(least) })}
      </p>
    </IdentifiedForm>
  );
}
