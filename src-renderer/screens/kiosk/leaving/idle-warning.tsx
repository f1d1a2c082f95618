import { IconBell, IconClockHour4 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../../../text/use-words';
import { useVoice } from '../comfort/use-voice';
import { BigButton } from '../parts/big-button';
import { chime } from './chime';
import type { Idleness } from './idle';
import styles from './leaving.module.css';
import { StayButton } from './stay-button';
import { useEscape } from './use-escape';
import { VeiledQuestion } from './veiled-question';

interface IdleWarningProps {
  idle: Extract<Idleness, { state: 'warning' }>;
  stillHere: () => void;
  leave: () => void;
}

const lastCallMs = 10_000;

/** By sight and by sound: the time that is left, and a large button for more of it. */
export function IdleWarning({ idle, stillHere, leave }: IdleWarningProps) {
  const { t } = useWords();
  useEscape(stillHere);
  const left = t('kiosk.idle.left', { count: Math.ceil(idle.leftMs / 1000) });
  const lastCall = idle.leftMs <= lastCallMs;
  useVoice(t('kiosk.idle.title'), t('kiosk.idle.body'));
  useEffect(() => chime(lastCall ? 'last-call' : 'question'), [lastCall]);
  return (
    <VeiledQuestion
      icon={<IconClockHour4 size={56} stroke={1.75} aria-hidden />}
      title={t('kiosk.idle.title')}
      body={t('kiosk.idle.body')}
    >
      <p className={styles.left} role="timer">
        {left}
      </p>
      <div className={styles.bar} aria-hidden>
        <div className={styles.rest} style={{ transform: `scaleX(${idle.share})` }} />
      </div>
      <StayButton label={t('kiosk.idle.more')} onPress={stillHere} />
      <BigButton label={t('kiosk.idle.finish')} onPress={leave} />
      <p className={styles.caption}>
        <IconBell size={28} stroke={1.75} aria-hidden />
        {t(lastCall ? 'kiosk.idle.lastCallSound' : 'kiosk.idle.sound')}
      </p>
    </VeiledQuestion>
  );
}
