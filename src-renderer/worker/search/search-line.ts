import type { Account } from '../../../shared/model/account';
import { fold } from '../../../shared/search/fold';

/** What is kept of an account to find it by. */
export interface SearchLine {
  id: string;
  /** Everything one can search for, folded, a space before every word: the name first, client code and serials last. */
  words: string;
  codesAt: number; // where the client code begins in `words`
}

export function lineOf({ id, nameKey, serviceAddress, locality, clientCode, meters }: Account): SearchLine {
  const place = ` ${nameKey} ${fold(`${serviceAddress} ${locality}`)}`;
  const codes = fold([clientCode, ...meters.map(({ serial }) => serial)].join(' '));
  return { id, words: `${place} ${codes}`, codesAt: place.length };
}

/** The alphabet's order of names, because lines begin with them. */
export const byWords = (a: SearchLine, b: SearchLine): number =>
  a.words < b.words ? -1 : a.words > b.words ? 1 : a.id < b.id ? -1 : 1;
