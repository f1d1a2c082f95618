import { IconKey, IconMail, IconMailOff, IconPhone } from '@tabler/icons-react';
import type { CustomerProfile } from '../../../../shared/sync/customer';
import { inOnePiece } from '../../../../shared/text/keep-together';
import { useWords } from '../../../text/use-words';
import { phoneInGroups } from '../../account/phone-in-groups';
import { useKiosk } from '../navigation';
import { BigButton } from '../parts/big-button';
import { EmailAddress } from '../parts/email-address';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import styles from './account.module.css';
import { LastChange } from './last-change';

interface OwnDetailsProps {
  profile: CustomerProfile;
  begin: (what: 'phone' | 'by-email') => void;
}

const icon = { size: 36, 'aria-hidden': true } as const;

/** The customer's own data, and what can be changed here. */
export function OwnDetails({ profile, begin }: OwnDetailsProps) {
  const { t } = useWords();
  const { phone, email, loginEmail, unconfirmedEmail, invoiceByEmail } = profile;
  const rows = [
    [t('visit.account.clientCode'), profile.clientCode],
    [t('visit.account.address'), `${profile.serviceAddress}, ${profile.locality}`],
    [t('visit.account.phone'), phone ? phoneInGroups(phone) : t('visit.account.nothing')],
    [t('visit.account.loginEmail'), <EmailAddress key="login" address={loginEmail} />],
    [
      t('visit.account.email'),
      email ? <EmailAddress key="invoices" address={email} /> : t('visit.account.nothing'),
    ],
    [t('visit.account.invoiceByEmail'), t(`visit.account.${invoiceByEmail ? 'yes' : 'no'}`)],
  ] as const;
  return (
    <KioskScreen
      title={t('visit.account.title')}
      subtitle={profile.holderName}
      below={<Changes invoiceByEmail={invoiceByEmail} begin={begin} />}
    >
      <div className={styles.account}>
        <dl className={styles.details}>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
        {unconfirmedEmail && (
          <KioskNotice tone="ask">
            {t('visit.account.unconfirmed', { email: inOnePiece(unconfirmedEmail) })}
          </KioskNotice>
        )}
        <LastChange accountId={profile.accountId} />
      </div>
    </KioskScreen>
  );
}

interface ChangesProps {
  invoiceByEmail: boolean;
  begin: OwnDetailsProps['begin'];
}

function Changes({ invoiceByEmail, begin }: ChangesProps) {
  const { t } = useWords();
  const { go } = useKiosk();
  return (
    <div className={styles.changes}>
      <BigButton
        label={t('visit.account.changePhone')}
        icon={<IconPhone {...icon} />}
        onPress={() => begin('phone')}
      />
      <BigButton
        label={t(invoiceByEmail ? 'visit.account.byEmailOff' : 'visit.account.byEmailOn')}
        icon={invoiceByEmail ? <IconMailOff {...icon} /> : <IconMail {...icon} />}
        onPress={() => begin('by-email')}
      />
      <BigButton
        label={t('visit.account.changePassword')}
        icon={<IconKey {...icon} />}
        onPress={() => go({ at: 'password' })}
      />
    </div>
  );
}
