import type { Language } from '../../../../shared/model/primitives';
import { useWords } from '../../../text/use-words';
import styles from './comfort-bar.module.css';

/** In the order people here expect. */
export const kioskLanguages: readonly Language[] = ['ro', 'hu', 'en'];

/** The next customer begins in Romanian again: the choice is not remembered. */
export function LanguageChoice() {
  const { t, language, showIn } = useWords();
  return (
    <fieldset className={styles.group} aria-label={t('start.language.label')}>
      {kioskLanguages.map((offered) => (
        <button
          type="button"
          key={offered}
          className={styles.language}
          lang={offered}
          aria-pressed={offered === language}
          aria-label={t(`start.language.${offered}`)}
          onClick={() => showIn(offered)}
        >
          {offered.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
