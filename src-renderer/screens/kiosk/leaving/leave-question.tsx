import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { useVoice } from '../comfort/use-voice';
import { BigButton } from '../parts/big-button';
import { StayButton } from './stay-button';
import { useEscape } from './use-escape';
import { VeiledQuestion } from './veiled-question';

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
  useEscape(stay);
  useVoice(t('kiosk.unfinished.title'), t(`kiosk.unfinished.${why}`));
  return (
    <VeiledQuestion
      icon={<IconAlertTriangle size={56} stroke={1.75} aria-hidden />}
      title={t('kiosk.unfinished.title')}
      body={t(`kiosk.unfinished.${why}`)}
    >
      <StayButton label={t('kiosk.unfinished.stay')} onPress={stay} />
      <BigButton label={t('kiosk.unfinished.leave')} onPress={leave} />
    </VeiledQuestion>
  );
}
