import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';
import { phoneInGroups } from './phone-in-groups';

/** What the utility knows of the customer, as the customer sees it under *Contul meu*. */
export function PersonalData({ account }: { account: Account }) {
  const { t } = useWords();
  const { contact, registered } = account;
  const facts = [
    [t('desk.account.holder'), account.holderName],
    [t('desk.account.address'), `${account.serviceAddress}, ${account.locality}`],
    [t('desk.account.phone'), contact.phone && phoneInGroups(contact.phone)],
    [t('desk.account.email'), contact.email],
    [
      t('desk.account.invoiceByEmail'),
      t(contact.invoiceByEmail ? 'counter.account.yes' : 'counter.account.no'),
    ],
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
