import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { useWords } from '../../../text/use-words';
import { useVoice } from '../comfort/use-voice';
import { BigButton } from '../parts/big-button';
import styles from './leaving.module.css';
import { StayButton } from './stay-button';
import { useEscape } from './use-escape';

/** What may still go on after the customer has gone: a payment at the terminal, on a phone, or one of unknown outcome. */
export type LeaveCase = 'terminal' | 'page' | 'unknown';

interface LeaveQuestionProps {
  why: LeaveCase;
  stay: () => void;
  leave: () => void;
}

/** Asked before a visit ends whose payment has not. */
export function LeaveQuestion({ why, stay, leave }: LeaveQuestionProps) {
  const { t } = useWords();
  const titleId = useId();
  useEscape(stay);
  useVoice(`${t('kiosk.unfinished.title')} ${t(`kiosk.unfinished.${why}`)}`);
  return (
    <div className={styles.veil}>
      <div className={styles.warning} role="alertdialog" aria-modal aria-labelledby={titleId}>
        <h1 id={titleId} className={styles.question}>
          <IconAlertTriangle size={56} stroke={1.75} aria-hidden />
          {t('kiosk.unfinished.title')}
        </h1>
        <p className={styles.body}>{t(`kiosk.unfinished.${why}`)}</p>
        <StayButton label={t('kiosk.unfinished.stay')} onPress={stay} />
        <BigButton label={t('kiosk.unfinished.leave')} onPress={leave} />
      </div>
    </div>
  );
}
