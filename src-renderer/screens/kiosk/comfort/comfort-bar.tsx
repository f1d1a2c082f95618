import {
  IconArrowBarDown,
  IconArrowBarUp,
  IconContrastFilled,
  IconTextSize,
  IconVolume,
} from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { type ComfortName, useComfort } from './comfort';
import styles from './comfort-bar.module.css';
import { LanguageChoice } from './language-choice';
import { useVoiceThere } from './use-voice';

const icon = { size: 32, stroke: 1.75, 'aria-hidden': true } as const;

/** On every screen at the same place: the language, and what makes the kiosk easier to see, hear and reach. */
export function ComfortBar() {
  const { t } = useWords();
  const { comfort } = useComfort();
  const voiceThere = useVoiceThere();
  return (
    <div className={styles.bar}>
      <LanguageChoice />
      <fieldset className={styles.group} aria-label={t('kiosk.comfort.label')}>
        <SightToggles />
        {voiceThere && <Toggle name="voice" icon={<IconVolume {...icon} />} />}
        <Toggle
          name="lowered"
          icon={comfort.lowered ? <IconArrowBarUp {...icon} /> : <IconArrowBarDown {...icon} />}
        />
      </fieldset>
    </div>
  );
}

/** Contrast and large text alone: where a page is not known to be a kiosk's yet. */
export function SightBar() {
  const { t } = useWords();
  return (
    <fieldset className={styles.group} aria-label={t('kiosk.comfort.sight')}>
      <SightToggles />
    </fieldset>
  );
}

function SightToggles() {
  return (
    <>
      <Toggle name="contrast" icon={<IconContrastFilled {...icon} />} />
      <Toggle name="largeText" icon={<IconTextSize {...icon} />} />
    </>
  );
}

function Toggle({ name, icon: shown }: { name: ComfortName; icon: React.ReactNode }) {
  const { t } = useWords();
  const { comfort, toggle } = useComfort();
  const raises = name === 'lowered' && comfort.lowered; // says what a touch does, so it is no switch that is on
  const words = raises ? 'raised' : name;
  return (
    <button
      type="button"
      className={styles.toggle}
      data-name={name}
      aria-pressed={name === 'lowered' ? undefined : comfort[name]}
      aria-label={t(`kiosk.comfort.${words}.name`)}
      onClick={() => toggle(name)}
    >
      {shown}
      <span aria-hidden>{t(`kiosk.comfort.${words}.short`)}</span>
    </button>
  );
}
