import { BehaviorSubject } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import { fold } from '../../../shared/search/fold';
import { Finder, type Found, type Rank } from './finder';
import { SearchText } from './search-text';

/** Changed names may stand out of order until there are this many of them. */
const mostUnsorted = 500;

/** What a scanner reads: one word with a digit. Shorter ones are in nearly every line, and are found among the rest. */
const mayBeCode = /^(?=\S*\d)\S{3,}$/;

/** What is kept of an account to find it by. */
export interface SearchEntry {
  id: string;
  /** Everything one can search for, folded, a space before every word: the name first, client code and serials last. */
  words: string;
  codesAt: number; // where the client code begins in `words`
}

/**
 * Every account's name, address, locality, code and serials as one line of folded text each, scanned as they are: at
 * 100,000 accounts the smallest and the quickest to build of what was tried. It follows every write.
 */
export class SearchIndex {
  readonly ready$ = new BehaviorSubject(false);
  readonly #text = new SearchText();
  #unsorted = 0;

  clear(): void {
    this.#text.clear();
    this.#unsorted = 0;
    this.ready$.next(false);
  }

  put(accounts: readonly Account[]): void {
    for (const account of accounts) {
      const entry = entryOf(account);
      if (this.#text.put(entry)?.words !== entry.words) this.#unsorted += 1;
    }
  }

  remove(id: string): void {
    if (this.#text.remove(id)) this.#unsorted += 1;
  }

  /** Everything is in: from now on searches are answered from here. */
  complete(): void {
    this.#sort();
    if (!this.ready$.value) this.ready$.next(true);
  }

  /**
   * Accounts in which every word of the text occurs: the exact code or serial first, then names that begin so, then
   * every word at the start of one, then anywhere (three letters and more). An empty text finds nothing.
   */
  find(text: string, limit: number): Found {
    const sought = fold(text);
    if (sought === '') return { ids: [], more: false };
    if (this.#unsorted > mostUnsorted) this.#sort();
    const terms = sought.split(' ');
    const finder = new Finder(this.#text, limit);
    if (mayBeCode.test(sought)) {
      finder.scan(sought, 0, (entry) => (hasCode(entry, sought) ? 0 : nameOrWords(entry, terms)));
    } else {
      finder.scan(`\n ${sought}`, 1, () => 1);
      finder.scan(driverOf(terms), 2, (entry) => inWords(entry, terms));
    }
    return finder.found();
  }

  #sort(): void {
    if (this.#unsorted > 0) this.#text.sort();
    this.#unsorted = 0;
  }
}

/** The term that leads the scan: a number is in fewer lines than a word, a long word in fewer than a short one. */
const rarest = (terms: readonly string[]): string => {
  const numbers = terms.filter((term) => /\d/.test(term));
  return (numbers.length > 0 ? numbers : terms).reduce(
    (long, term) => (term.length > long.length ? term : long),
    '',
  );
};

/** A letter or two are in nearly every line: alone they count at the start of a word only. */
function driverOf(terms: readonly string[]): string {
  const term = rarest(terms);
  return term.length > 2 ? term : ` ${term}`;
}

function inWords({ words }: SearchEntry, terms: readonly string[]): Rank | null {
  if (!terms.every((term) => words.includes(term))) return null;
  return terms.every((term) => words.includes(` ${term}`)) ? 2 : 3;
}

const nameOrWords = (entry: SearchEntry, terms: readonly string[]): Rank | null =>
  entry.words.startsWith(` ${terms[0]}`) ? 1 : inWords(entry, terms);

const hasCode = ({ words, codesAt }: SearchEntry, code: string): boolean =>
  `${words.slice(codesAt)} `.includes(` ${code} `);

function entryOf({ id, nameKey, serviceAddress, locality, clientCode, meters }: Account): SearchEntry {
  const place = ` ${nameKey} ${fold(`${serviceAddress} ${locality}`)}`;
  const codes = fold([clientCode, ...meters.map(({ serial }) => serial)].join(' '));
  return { id, words: `${place} ${codes}`, codesAt: place.length };
}
