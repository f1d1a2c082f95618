import { useState } from 'react';
import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import { useData, useLive } from '../data-context';
import styles from './account-details.module.css';
import type { AskedEmail } from './contact-form';
import { FormField } from './customer-field';
import { IdentifiedForm } from './identified-form';
import { useCustomerForm } from './use-customer-form';

const fieldsOf = ({ contact }: Account) => ({
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  password: '',
  passwordAgain: '',
  seen: false,
});

interface RegistrationFormProps {
  account: Account;
  /** After it was saved. */
  registered: (asked: AskedEmail) => void;
  /** The account has a login, which this one would replace: back to it. */
  leave?: () => void;
}

/** A login for the customer, who types the password. The codes are those of the account that is open. */
export function RegistrationForm({ account, registered, leave }: RegistrationFormProps) {
  const { t, format, language } = useWords();
  const api = useData();
  const least = useLive('kiosk', null)?.passwordLength ?? 6; // as the policy has it, here as at a kiosk
  const [typed, setTyped] = useState<Partial<ReturnType<typeof fieldsOf>>>({});
  const { seen, ...fields } = { ...fieldsOf(account), ...typed };
  const type = (part: typeof typed) => setTyped((before) => ({ ...before, ...part }));
  const { clientCode, internalCode } = account;
  const form = useCustomerForm({
    entry: { clientCode, internalCode, ...fields, identityDocument: seen ? 'seen' : 'not-seen' } as const,
    dirty: Object.keys(typed).length > 0,
    check: (entry) => api.checkRegistration(entry),
    save: (entry) => api.register(entry, language),
    saved: ({ id }) => {
      setTyped({});
      registered({ submissionId: id, email: fields.email.trim() });
    },
  });
  const field = (name: keyof typeof fields) => ({
    field: name,
    form,
    label: t(`desk.account.${name}`),
    value: fields[name],
    type: (value: string) => type({ [name]: value }),
  });
  return (
    <IdentifiedForm
      form={form}
      title={t('desk.account.register')}
      seen={seen}
      see={(now) => type({ seen: now })}
      label={t(leave ? 'desk.account.replaceNow' : 'desk.account.registerNow')}
      leave={leave}
    >
      <div className={`${styles.pair} ${styles.reached}`}>
        <FormField {...field('email')} attributes={{ maxLength: 200 }} />
        <FormField {...field('phone')} attributes={{ maxLength: 20 }} />
      </div>
      <div className={styles.pair}>
        <FormField {...field('password')} />
        <FormField {...field('passwordAgain')} />
      </div>
      <p className={styles.what}>
        {leave && `${t('desk.account.replaces')} `}
        {t('desk.account.registerWhat', { least: format.number(least) })}
      </p>
    </IdentifiedForm>
  );
}
