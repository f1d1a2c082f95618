import { IconClockHour4 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../../../text/use-words';
import { useVoice } from '../comfort/use-voice';
import { chime } from '../leaving/chime';
import { StayButton } from '../leaving/stay-button';
import { useEscape } from '../leaving/use-escape';
import { VeiledQuestion } from '../leaving/veiled-question';
import { BigButton } from '../parts/big-button';

/** A sign-in that could not be renewed ends in two minutes: time to save, or to sign in again. */
export function SignInEnding({ again, later }: { again: () => void; later: () => void }) {
  const { t } = useWords();
  useEscape(later);
  useVoice(t('kiosk.signInEnd.ending'), t('kiosk.signInEnd.endingBody'));
  useEffect(() => chime('question'), []);
  return (
    <VeiledQuestion
      icon={<IconClockHour4 size={56} stroke={1.75} aria-hidden />}
      title={t('kiosk.signInEnd.ending')}
      body={t('kiosk.signInEnd.endingBody')}
    >
      <StayButton label={t('kiosk.signInEnd.again')} onPress={again} />
      <BigButton label={t('kiosk.signInEnd.later')} onPress={later} />
    </VeiledQuestion>
  );
}
