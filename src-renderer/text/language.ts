import { Language } from '../../shared/model/primitives';

const storageKey = 'ghiseu.language';

/** Romanian unless somebody chose otherwise on this device. */
export function chosenLanguage(): Language {
  const stored = Language.safeParse(readStored());
  return stored.success ? stored.data : 'ro';
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // storage is shut: the choice lasts as long as the page
  }
}

/** Remembers the choice for the next start; where nothing can be kept it lasts as long as the page. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return;
  }
}
