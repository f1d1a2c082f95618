import { IconCheck, IconPencil } from '@tabler/icons-react';
import type { Finding } from '../../../../shared/metering/finding';
import { useWords } from '../../../text/use-words';
import type { Entry } from '../../entry/use-entry';
import { BigButton } from '../parts/big-button';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import styles from './readings.module.css';

interface ConfirmScreenProps {
  entry: Entry;
  findings: Finding[];
  digits: number;
}

/** What is unusual is asked on a screen of its own. Neither answer has the focus: a second Enter confirms nothing. */
export function ConfirmScreen({ entry, findings, digits }: ConfirmScreenProps) {
  const { t, say, format } = useWords();
  return (
    <KioskScreen
      title={t('visit.meter.confirmTitle')}
      back={entry.correct}
      live={findings.map(say).join(' ')}
      below={<Answers entry={entry} />}
    >
      <div className={styles.confirm}>
        <p className={styles.asked}>{format.register(Number(entry.value), digits)} m³</p>
        {findings.map((finding) => (
          <KioskNotice key={finding.code} tone="ask">
            {say(finding)}
          </KioskNotice>
        ))}
      </div>
    </KioskScreen>
  );
}

function Answers({ entry }: { entry: Entry }) {
  const { t } = useWords();
  return (
    <div className={styles.answers}>
      <BigButton
        tone="primary"
        label={t('visit.meter.yes')}
        icon={<IconCheck size={44} aria-hidden />}
        onPress={() => void entry.confirm()}
      />
      <BigButton
        label={t('visit.meter.no')}
        icon={<IconPencil size={44} aria-hidden />}
        onPress={entry.correct}
      />
    </div>
  );
}
