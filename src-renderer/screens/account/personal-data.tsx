import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';
import { invoiceByEmailOf } from './invoice-by-email-of';
import { phoneInGroups } from './phone-in-groups';

interface PersonalDataProps {
  account: Account;
  /** An address asked for here just now, of which the link is still to be opened. */
  awaited: string | null;
}

/** What the utility knows of the customer, as the customer sees it under *Contul meu*. */
export function PersonalData({ account, awaited }: PersonalDataProps) {
  const { t } = useWords();
  const { contact, registered } = account;
  const isAwaited = awaited !== null && awaited.toLowerCase() !== contact.email?.toLowerCase();
  const emails = [
    ...(contact.email ? [contact.email] : []),
    ...(isAwaited ? [t('desk.account.awaited', { email: awaited })] : []),
  ];
  const facts = [
    [t('desk.account.holder'), account.holderName],
    [t('desk.account.address'), `${account.serviceAddress}, ${account.locality}`],
    [t('desk.account.phone'), contact.phone && phoneInGroups(contact.phone)],
    [t('desk.account.email'), emails.join('; ')],
    [t('desk.account.invoiceByEmail'), t(`counter.account.${invoiceByEmailOf(account)}`)],
    [t('desk.account.login'), t(`desk.account.${registered ? 'registered' : 'notRegistered'}`)],
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
