import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { type KioskPlace, useKiosk } from '../navigation';
import { BigButton } from '../parts/big-button';
import type { KeyboardLayout } from '../parts/keyboard-layouts';
import { KioskField } from '../parts/kiosk-field';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { OnScreenKeyboard } from '../parts/on-screen-keyboard';
import { useFieldKeys } from '../parts/use-field-keys';
import styles from './identify.module.css';
import { SignInAnswer, useSignInWords } from './sign-in-answer';
import { useCustomerSignIn } from './use-customer-sign-in';

/** E-mail and password: only the server can say whether they are right. */
export function KioskSignInPage({ place }: { place: Extract<KioskPlace, { at: 'sign-in' }> }) {
  const { t } = useWords();
  const kiosk = useLive('kiosk', null);
  const { go } = useKiosk();
  const keys = useFieldKeys();
  const { entered, enter, problem, busy, lockedForMs, signIn } = useCustomerSignIn(place);
  const [layout, setLayout] = useState<KeyboardLayout>('email');
  const passwordField = useRef<HTMLInputElement>(null);
  const offline = kiosk?.online === false || problem === 'offline';
  const words = useSignInWords({ problem, lockedForMs, offline });
  useEffect(() => {
    if (problem !== 'wrong') return;
    passwordField.current?.focus();
    passwordField.current?.select(); // hidden, so it is typed anew as a whole
  }, [problem]);
  const goOn = () => {
    if (entered.email !== '' && entered.password === '') passwordField.current?.focus();
    else void signIn();
  };
  return (
    <KioskScreen
      title={t('kiosk.signIn.title')}
      notice={
        words ? (
          <SignInAnswer words={words} refused={problem !== null || lockedForMs > 0}>
            {offline && <BigButton label={t('kiosk.signIn.useCodes')} onPress={() => go({ at: 'codes' })} />}
          </SignInAnswer>
        ) : (
          <KioskNotice tone="inform">{t('kiosk.signIn.forgotten')}</KioskNotice>
        )
      }
      live={problem ? (words ?? undefined) : undefined}
      primary={{ label: t('kiosk.signIn.submit'), onPress: goOn, busy, disabled: lockedForMs > 0 }}
      below={<OnScreenKeyboard layout={layout} onKey={keys.type} onErase={keys.erase} />}
    >
      <div className={styles.signIn}>
        <div className={styles.fields}>
          <KioskField
            first
            label={t('kiosk.signIn.email')}
            value={entered.email}
            refused={problem === 'wrong'}
            onChange={(email) => enter({ email })}
            onFocus={() => setLayout('email')}
          />
          <KioskField
            kind="password"
            field={passwordField}
            label={t('kiosk.signIn.password')}
            value={entered.password}
            onChange={(password) => enter({ password })}
            onFocus={() => setLayout('password')}
          />
        </div>
      </div>
    </KioskScreen>
  );
}
