import { useState } from 'react';
import type { VisitView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useKiosk } from '../navigation';
import { SignScreen } from '../parts/sign-screen';
import { AccountGate, WaitingScreen } from '../visit-gate';
import { InvoiceByEmail } from './invoice-by-email';
import { NewPhone } from './new-phone';
import { OwnDetails } from './own-details';

/** Contul meu: only for who signed in with e-mail and password; codes alone never open it. */
export function AccountPage() {
  const { t } = useWords();
  return (
    <AccountGate title={t('visit.account.title')}>
      {(_, visit) => (visit.shownBy === 'password' ? <MyAccount visit={visit} /> : <NeedsSignIn />)}
    </AccountGate>
  );
}

function MyAccount({ visit }: { visit: VisitView }) {
  const { t } = useWords();
  const [doing, begin] = useState<'phone' | 'by-email' | null>(null);
  const { profile } = visit;
  if (!profile) return <WaitingScreen title={t('visit.account.title')} />;
  const back = () => begin(null);
  if (doing === 'phone') return <NewPhone key="phone" accountId={profile.accountId} back={back} />;
  if (doing === 'by-email') return <InvoiceByEmail key="by-email" profile={profile} back={back} />;
  return <OwnDetails key="details" profile={profile} begin={begin} />;
}

export function NeedsSignIn() {
  const { t } = useWords();
  const { go } = useKiosk();
  return (
    <SignScreen
      tone="inform"
      title={t('visit.account.needsSignIn')}
      subtitle={t('visit.account.needsSignInBody')}
      primary={{
        label: t('visit.account.signIn'),
        onPress: () => go({ at: 'sign-in', towards: 'account' }),
      }}
    />
  );
}
