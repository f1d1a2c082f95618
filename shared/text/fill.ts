import { keepUnits } from './keep-together';

/**
 * Puts values, already written in the reader's language, into a sentence's places: `{name}`. An unknown place stays, to be
 * seen. No line ends within a number and its unit.
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | undefined>> = {}): string =>
  keepUnits(sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place));
