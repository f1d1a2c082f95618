import { createInstance, type i18n, type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/model/primitives';
import { keepUnits } from '../../shared/text/keep-together';
import { texts } from '../../shared/text/texts';

const unitsKept: PostProcessorModule = { type: 'postProcessor', name: 'units-kept', process: keepUnits };

/** The words, ready to use at once: every language is in the bundle, so that a switch needs no network. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  instance
    .use(initReactI18next)
    .use(unitsKept)
    .init({
      lng: language,
      fallbackLng: 'ro',
      resources: {
        ro: { translation: texts.ro },
        en: { translation: texts.en },
        hu: { translation: texts.hu },
      },
      initAsync: false,
      interpolation: { prefix: '{', suffix: '}', escapeValue: false }, // React escapes
      postProcess: unitsKept.name,
      react: { useSuspense: false },
    });
  return instance;
}
