import { useWords } from '../../../text/use-words';
import { useKiosk } from '../navigation';
import { SignScreen } from '../parts/sign-screen';
import { AccountGate } from '../visit-gate';
import { RegisterSteps } from './register-steps';

/** Înregistrează-te: works offline, because what is personal is sealed to the server before it is kept. */
export function RegisterPage() {
  const { t } = useWords();
  return (
    <AccountGate title={t('visit.register.title')}>
      {({ account }) => (account.registered ? <AlreadyRegistered /> : <RegisterSteps account={account} />)}
    </AccountGate>
  );
}

function AlreadyRegistered() {
  const { t } = useWords();
  const { go } = useKiosk();
  return (
    <SignScreen
      tone="inform"
      title={t('visit.register.already')}
      subtitle={t('visit.register.alreadyBody')}
      primary={{ label: t('visit.account.signIn'), onPress: () => go({ at: 'sign-in' }) }}
    />
  );
}
