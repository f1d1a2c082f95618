import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import { kindWord } from '../search/kind-word';
import styles from './account-page.module.css';
import { invoiceByEmailOf } from './invoice-by-email-of';
import { phoneInGroups } from './phone-in-groups';
import { useAwaitedEmail } from './use-awaited-email';

/** Who it is, where, and how to reach them. */
export function AccountHeader({ account }: { account: Account }) {
  const { t } = useWords();
  const { contact } = account;
  const awaited = useAwaitedEmail(account);
  return (
    <header className={styles.header}>
      <h1 className={styles.name} tabIndex={-1}>
        {account.holderName}
      </h1>
      <dl className={styles.codes}>
        <div>
          <dt>{t('counter.account.clientCode')}</dt>
          <dd>{account.clientCode}</dd>
        </div>
        <div>
          <dt>{t('counter.account.internalCode')}</dt>
          <dd>{account.internalCode}</dd>
        </div>
      </dl>
      <p className={styles.line}>
        <span>
          {account.serviceAddress}, {account.locality}
        </span>
        <span>{kindWord(t, { ...account, status: 'active' })}</span>
        <span className={account.status === 'closed' ? styles.closed : undefined}>
          {t(`counter.account.${account.status}`)}
        </span>
      </p>
      <p className={`${styles.line} ${styles.facts}`}>
        <span>{contact.phone ? phoneInGroups(contact.phone) : t('counter.account.noPhone')}</span>
        <span>
          {t('counter.account.invoiceByEmail', {
            answer: t(`counter.account.${invoiceByEmailOf(account, awaited)}`),
          })}
        </span>
        <Balance bani={account.balanceBani} />
      </p>
    </header>
  );
}

function Balance({ bani }: { bani: number }) {
  const { t, format } = useWords();
  if (bani > 0) {
    return <span className={styles.owes}>{t('counter.account.owes', { amount: format.money(bani) })}</span>;
  }
  return (
    <span>
      {bani < 0 ? t('counter.account.credit', { amount: format.money(-bani) }) : t('counter.account.settled')}
    </span>
  );
}
