import { UnstyledButton } from '@mantine/core';
import type { Language } from '../../../shared/model/primitives';
import { useWords } from '../../text/use-words';
import { useKeys } from '../use-keys';
import styles from './language-switch.module.css';

/** RO HU EN, in the order people here expect; Alt+1, Alt+2, Alt+3 from anywhere. */
const shown: readonly Language[] = ['ro', 'hu', 'en'];

export function LanguageSwitch() {
  const { t, language, chooseLanguage } = useWords();
  useKeys({
    'Alt+1': () => chooseLanguage('ro'),
    'Alt+2': () => chooseLanguage('hu'),
    'Alt+3': () => chooseLanguage('en'),
  });
  return (
    <fieldset className={styles.switch} aria-label={t('start.language.label')}>
      {shown.map((offered, place) => (
        <UnstyledButton
          key={offered}
          className={styles.language}
          lang={offered}
          aria-pressed={offered === language}
          aria-label={t(`start.language.${offered}`)}
          title={`${t(`start.language.${offered}`)} · Alt+${place + 1}`}
          onClick={() => chooseLanguage(offered)}
        >
          {offered.toUpperCase()}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
