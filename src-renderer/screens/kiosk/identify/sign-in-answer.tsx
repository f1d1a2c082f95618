import type { ReactNode } from 'react';
import { useWords } from '../../../text/use-words';
import { waitIn } from '../../parts/wait-in';
import { KioskNotice } from '../parts/kiosk-notice';
import styles from './identify.module.css';
import type { SignInProblem } from './use-customer-sign-in';

interface Standing {
  problem: SignInProblem | null;
  lockedForMs: number;
  offline: boolean;
}

export function useSignInWords({ problem, lockedForMs, offline }: Standing): string | null {
  const { t } = useWords();
  if (lockedForMs > 0) return t('kiosk.locked', { wait: waitIn(t, lockedForMs) });
  if (problem === 'wrong') return `${t('kiosk.signIn.wrong')} ${t('kiosk.signIn.forgotten')}`;
  if (problem) return t(`kiosk.signIn.${problem}`);
  return offline ? t('kiosk.signIn.offline') : null;
}

interface SignInAnswerProps {
  words: string;
  refused: boolean;
  /** What can be done instead. */
  children: ReactNode;
}

export function SignInAnswer({ words, refused, children }: SignInAnswerProps) {
  return (
    <div className={styles.signInAnswer}>
      <KioskNotice tone={refused ? 'refused' : 'ask'}>{words}</KioskNotice>
      {children}
    </div>
  );
}
