import { useWords } from '../../../text/use-words';
import { waitIn } from '../../parts/wait-in';
import { KioskNotice } from '../parts/kiosk-notice';
import styles from './identify.module.css';
import type { CodesProblem } from './use-codes';

interface Answer {
  tone: 'refused' | 'ask';
  words: string;
}

interface Standing {
  problem: CodesProblem | null;
  lockedForMs: number;
  offline: boolean;
}

/** What there is to say to the codes; never which of them is wrong. */
export function useCodesAnswer({ problem, lockedForMs, offline }: Standing): Answer | null {
  const { t } = useWords();
  if (lockedForMs > 0) return { tone: 'refused', words: t('kiosk.locked', { wait: waitIn(t, lockedForMs) }) };
  if (problem) return { tone: 'refused', words: t(`kiosk.codes.${problem}`) };
  return offline ? { tone: 'ask', words: t('kiosk.codes.offline') } : null;
}

export function CodesAnswer({ answer }: { answer: Answer | null }) {
  return (
    <div className={styles.answer}>
      {answer && <KioskNotice tone={answer.tone}>{answer.words}</KioskNotice>}
    </div>
  );
}
