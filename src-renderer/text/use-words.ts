import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/metering/finding';
import type { Language } from '../../shared/model/primitives';
import { findingText } from '../../shared/text/finding-text';
import { type Formats, formatsFor } from '../../shared/text/format';
import { rememberLanguage } from './language';

/** Made once a language: what `Intl` needs for them costs more than drawing the component that asks. */
const formats = new Map<Language, Formats>();

function formatsIn(language: Language): Formats {
  const known = formats.get(language) ?? formatsFor(language);
  formats.set(language, known);
  return known;
}

/** Words and formats in the chosen language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const format = formatsIn(language);
  return {
    t,
    format,
    language,
    say: (finding: Finding): string => {
      const { key, params } = findingText(finding, format);
      return t(key, params);
    },
    /** Of what somebody has decided on, or decides on this very screen. */
    sayDecided: (finding: Finding): string => {
      const { key, params } = findingText(finding, format, true);
      return t(key, params);
    },
    /** For as long as the page lives: at a kiosk the next person chooses anew. */
    showIn: (chosen: Language) => void i18n.changeLanguage(chosen),
    chooseLanguage: (chosen: Language) => {
      rememberLanguage(chosen);
      void i18n.changeLanguage(chosen);
    },
  };
}
