import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { BigButton } from '../parts/big-button';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import styles from './readings.module.css';

interface ConfirmScreenProps {
  /** As the register would show it, with its unit. */
  index: string;
  /** What there is to ask, in words. */
  questions: string[];
  yes: () => void;
  no: () => void;
}

/** What is unusual is asked on a screen of its own. Neither answer has the focus: a second Enter confirms nothing. */
export function ConfirmScreen({ index, questions, yes, no }: ConfirmScreenProps) {
  const { t } = useWords();
  return (
    <KioskScreen
      title={t('visit.meter.confirmTitle')}
      back={no}
      live={questions.join(' ')}
      below={<Answers yes={yes} no={no} />}
    >
      <div className={styles.confirm}>
        <p className={styles.asked}>{index}</p>
        {questions.map((question) => (
          <KioskNotice key={question} tone="ask">
            {question}
          </KioskNotice>
        ))}
      </div>
    </KioskScreen>
  );
}

function Answers({ yes, no }: Pick<ConfirmScreenProps, 'yes' | 'no'>) {
  const { t } = useWords();
  return (
    <div className={styles.answers}>
      <BigButton
        tone="primary"
        label={t('visit.meter.yes')}
        icon={<IconCheck size={44} aria-hidden />}
        onPress={yes}
      />
      <BigButton label={t('visit.meter.no')} icon={<IconPencil size={44} aria-hidden />} onPress={no} />
    </div>
  );
}
