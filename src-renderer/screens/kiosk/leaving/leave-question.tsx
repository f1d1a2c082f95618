import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { useVoice } from '../comfort/use-voice';
import { BigButton } from '../parts/big-button';
import { StayButton } from './stay-button';
import { useEscape } from './use-escape';
import { VeiledQuestion } from './veiled-question';

/**
 * What may still go on after the customer has gone: a payment at the terminal, on a phone, or one of unknown outcome;
 * `needless`: a page that is still open on the phone for what is paid already.
 */
export type LeaveCase = 'terminal' | 'page' | 'unknown' | 'needless';

interface LeaveQuestionProps {
  why: LeaveCase;
  stay: () => void;
  leave: () => void;
}

/** Asked before a visit ends whose payment has not. */
export function LeaveQuestion({ why, stay, leave }: LeaveQuestionProps) {
  const { t } = useWords();
  useEscape(stay);
  const title = t(why === 'needless' ? 'kiosk.unfinished.needlessTitle' : 'kiosk.unfinished.title');
  useVoice(title, t(`kiosk.unfinished.${why}`));
  return (
    <VeiledQuestion
      icon={<IconAlertTriangle size={56} stroke={1.75} aria-hidden />}
      title={title}
      body={t(`kiosk.unfinished.${why}`)}
    >
      <StayButton label={t('kiosk.unfinished.stay')} onPress={stay} />
      <BigButton label={t('kiosk.unfinished.leave')} onPress={leave} />
    </VeiledQuestion>
  );
}
