import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';
import { invoiceByEmailOf } from './invoice-by-email-of';
import { phoneInGroups } from './phone-in-groups';
import { useAwaitedEmail } from './use-awaited-email';

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
  const awaited = useAwaitedEmail(account);
  const emails = emailsOf(account, { awaited, email, registering });
  const login = registered ? 'registered' : registering ? 'registering' : 'notRegistered';
  const facts = [
    [t('desk.account.holder'), account.holderName],
    [t('desk.account.address'), `${account.serviceAddress}, ${account.locality}`],
    [t('desk.account.phone'), contact.phone && phoneInGroups(contact.phone)],
    [t('desk.account.email'), emails.length > 0 && emails.map((one) => <Email key={one.is} {...one} />)],
    [t('desk.account.invoiceByEmail'), t(`counter.account.${invoiceByEmailOf(account, awaited)}`)],
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

/** An address with what is to be said of it; where one line is too short for it, the second begins after the `@`. */
function Email({ is, address }: Emailed) {
  const { t } = useWords();
  const sentence = is === 'confirmed' ? address : t(`desk.account.${is}`, { email: address });
  const domainAt = sentence.indexOf('@') + 1;
  return (
    <p>
      {sentence.slice(0, domainAt)}
      <wbr />
      {sentence.slice(domainAt)}
    </p>
  );
}

interface Emailed {
  is: 'confirmed' | 'awaited' | 'linkEnded' | 'asked' | 'askedSealed';
  address: string;
}

/** Each address once: what counts, what waits for its link, and what was asked here and is not the account's yet. */
function emailsOf(
  { contact: { email: used, unconfirmed } }: Account,
  { awaited, email, registering }: { awaited: string | null } & Omit<PersonalDataProps, 'account'>,
): Emailed[] {
  const emails: Emailed[] = [];
  if (used !== null && !isSame(used, unconfirmed?.email)) emails.push({ is: 'confirmed', address: used });
  if (unconfirmed)
    emails.push({ is: awaited === null ? 'linkEnded' : 'awaited', address: unconfirmed.email });
  const isKnown = email !== null && emails.some(({ address }) => isSame(address, email.email));
  if (email && !isKnown && !email.linkSent) emails.push({ is: 'asked', address: email.email });
  if (email && !isKnown && email.linkSent && !unconfirmed)
    emails.push({ is: 'awaited', address: email.email });
  if (emails.length === 0 && registering) emails.push({ is: 'askedSealed', address: '' });
  return emails;
}

const isSame = (one: string, other: string | undefined): boolean =>
  one.toLowerCase() === other?.toLowerCase();
