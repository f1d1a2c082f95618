import type { Language } from '../../../../shared/model/primitives';

/** What is being typed decides the keys offered: names and free text, an address of e-mail, or a password. */
export type KeyboardLayout = 'text' | 'email' | 'password';

const digits = [...'1234567890'];

/** Letters as on the country's own keyboards, the marked ones on a row of their own. */
const letters: Record<Language, readonly (readonly string[])[]> = {
  ro: [[...'qwertyuiop'], [...'asdfghjkl'], [...'zxcvbnm']],
  en: [[...'qwertyuiop'], [...'asdfghjkl'], [...'zxcvbnm']],
  hu: [[...'qwertzuiop'], [...'asdfghjkl'], [...'yxcvbnm']],
};
const marked: Record<Language, readonly string[]> = {
  ro: [...'ăâîșț'],
  en: [],
  hu: [...'áéíóöőúüű'],
};
const emailSigns = ['@', '.', '-', '_'];
export const emailEndings = ['.ro', '.com', '.hu'];
const passwordSigns = [...'.-_@!?#$%&*+'];

/** Rows of signs, from top to bottom, of lower-case letters. */
export function signRows(layout: KeyboardLayout, language: Language): (readonly string[])[] {
  const rows = [digits, ...letters[language]];
  if (layout === 'text') return marked[language].length > 0 ? [...rows, marked[language]] : rows;
  return layout === 'email' ? rows : [...rows, passwordSigns];
}

/** Signs beside the space bar. */
export const besideSpace = (layout: KeyboardLayout): readonly string[] =>
  layout === 'email' ? emailSigns : layout === 'text' ? ['-', '.', ','] : [];
