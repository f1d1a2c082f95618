import { fold } from '../../../shared/search/fold';
import type { SearchLine } from './search-line';

/** How good a match is: 0 the exact code, 1 a name that begins so, 2 every word at the start of one, 3 anywhere. */
export type Rank = 0 | 1 | 2 | 3;

/** What a scanner reads: one word with a digit. Shorter ones are in nearly every line, and are found among the rest. */
const mayBeCode = /^(?=\S*\d)\S{3,}$/;

/** A text that is searched for. */
export interface Sought {
  text: string; // folded
  terms: readonly string[];
  isCode: boolean;
  /** A letter or two are in nearly every line: when nothing longer was typed, this term counts at the start of a word only. */
  startOnly: string | null;
}

/** @returns null when there is nothing to search for */
export function soughtIn(typed: string): Sought | null {
  const text = fold(typed);
  if (text === '') return null;
  const terms = text.split(' ');
  const term = rarest(terms);
  return { text, terms, isCode: mayBeCode.test(text), startOnly: term.length > 2 ? null : term };
}

/** A number is in fewer lines than a word, a long word in fewer than a short one. */
function rarest(terms: readonly string[]): string {
  const numbers = terms.filter((term) => /\d/.test(term));
  return (numbers.length > 0 ? numbers : terms).reduce(
    (long, term) => (term.length > long.length ? term : long),
    '',
  );
}

/** How one line matches, read from the line itself; null: not at all. */
export function rankOf(line: SearchLine, { text, terms, isCode, startOnly }: Sought): Rank | null {
  const { words } = line;
  if (isCode && hasCode(line, text)) return 0;
  if (words.startsWith(` ${text}`)) return 1;
  if (terms.every((term) => words.includes(` ${term}`))) return 2;
  return terms.every((term) => words.includes(term === startOnly ? ` ${term}` : term)) ? 3 : null;
}

/** Whether the client code or a serial is exactly this word. */
export const hasCode = ({ words, codesAt }: SearchLine, code: string): boolean =>
  `${words.slice(codesAt)} `.includes(` ${code} `);
