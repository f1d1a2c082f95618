import type { Language } from '../../../../shared/model/primitives';

/** What is being typed decides the keys offered: names and free text, an address of e-mail, or a password. */
export type KeyboardLayout = 'text' | 'email' | 'password';

const digits = [...'1234567890'];

/** A password may have been chosen on a keyboard of the country: its own letters stand where they do there. */
const passwordLetters: Record<Language, readonly (readonly string[])[]> = {
  ro: [[...'qwertyuiopăî'], [...'asdfghjklșț'], [...'zxcvbnmâ']],
  en: [[...'qwertyuiopăî'], [...'asdfghjklșț'], [...'zxcvbnmâ']],
  hu: [[...'qwertzuiopőú'], [...'asdfghjkléáű'], [...'yxcvbnmöüóí']],
};

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
const emailSigns = ['@', '.', '-', '_', '+'];
export const emailEndings = ['.ro', '.com', '.hu'];
const passwordSigns = [...'.@!?#$%&*+'];

/** Rows of signs, from top to bottom, of lower-case letters. */
export function signRows(layout: KeyboardLayout, language: Language): (readonly string[])[] {
  if (layout === 'password') return [[...digits, '-', '_'], ...passwordLetters[language]];
  const rows = [digits, ...letters[language]];
  return layout === 'text' && marked[language].length > 0 ? [...rows, marked[language]] : rows;
}

/** Signs beside the space bar. */
export const besideSpace = (layout: KeyboardLayout): readonly string[] =>
  ({ email: emailSigns, password: passwordSigns, text: ['-', '.', ','] })[layout];
