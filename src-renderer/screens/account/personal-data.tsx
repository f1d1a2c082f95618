import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';
import { invoiceByEmailOf } from './invoice-by-email-of';
import { phoneInGroups } from './phone-in-groups';

/** An address asked for here just now, which is not the account's yet. */
export interface PendingEmail {
  email: string;
  /** The server has received it: the customer opens the link. Before that none has left. */
  linkSent: boolean;
}

interface PersonalDataProps {
  account: Account;
  email: PendingEmail | null;
  /** A registration made here still waits for its answer; what it asks for is sealed. */
  registering: boolean;
}

/** What the utility knows of the customer, as the customer sees it under *Contul meu*. */
export function PersonalData({ account, email, registering }: PersonalDataProps) {
  const { t } = useWords();
  const { contact, registered } = account;
  const isNew = email !== null && email.email.toLowerCase() !== contact.email?.toLowerCase();
  const emails = contact.email ? [contact.email] : [];
  if (isNew) emails.push(t(`desk.account.${email.linkSent ? 'awaited' : 'asked'}`, { email: email.email }));
  else if (registering && !contact.email) emails.push(t('desk.account.askedSealed'));
  const login = registered ? 'registered' : registering ? 'registering' : 'notRegistered';
  const facts = [
    [t('desk.account.holder'), account.holderName],
    [t('desk.account.address'), `${account.serviceAddress}, ${account.locality}`],
    [t('desk.account.phone'), contact.phone && phoneInGroups(contact.phone)],
    [t('desk.account.email'), emails.join('; ')],
    [t('desk.account.invoiceByEmail'), t(`counter.account.${invoiceByEmailOf(account)}`)],
    [t('desk.account.login'), t(`desk.account.${login}`)],
  ] as const;
  return (
    <section aria-labelledby="personal-title">
      <h2 id="personal-title" className={styles.title}>
        {t('desk.account.personal')}
      </h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || t('desk.account.unknown')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
