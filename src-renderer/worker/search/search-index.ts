import { BehaviorSubject } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import { fold } from '../../../shared/search/fold';
import { Finder, type Found } from './finder';
import { SearchText } from './search-text';

/** Changed names may stand out of order until there are this many of them. */
const mostUnsorted = 500;

/** What is kept of an account to find it by. */
export interface SearchEntry {
  id: string;
  nameKey: string;
  /** Everything one can search for, folded, the name first and a space before every word. */
  words: string;
  /** Client code and serials, folded: what a scanner reads. */
  codes: string[];
}

/**
 * Every account's name, address, locality, code and serials as one line of folded text each, scanned as they are: at
 * 100,000 accounts the smallest and the quickest to build of what was tried. It follows every write.
 */
export class SearchIndex {
  readonly ready$ = new BehaviorSubject(false);
  readonly #text = new SearchText();
  readonly #codes = new Map<string, Set<string>>();
  #unsorted = 0;

  clear(): void {
    this.#text.clear();
    this.#codes.clear();
    this.#unsorted = 0;
    this.ready$.next(false);
  }

  put(accounts: readonly Account[]): void {
    for (const account of accounts) {
      const entry = entryOf(account);
      const before = this.#text.put(entry);
      if (before?.nameKey !== entry.nameKey) this.#unsorted += 1;
      this.#forgetCodes(before);
      for (const code of entry.codes) this.#codesFor(code).add(entry.id);
    }
  }

  remove(id: string): void {
    const before = this.#text.remove(id);
    if (before) this.#unsorted += 1;
    this.#forgetCodes(before);
  }

  /** Everything is in: from now on searches are answered from here. */
  complete(): void {
    this.#sort();
    if (!this.ready$.value) this.ready$.next(true);
  }

  /**
   * Accounts in which every word of the text occurs: the exact code or serial first, then names that begin so, then
   * every word at the start of one, then anywhere. An empty text finds nothing.
   */
  find(text: string, limit: number): Found {
    const sought = fold(text);
    if (sought === '') return { ids: [], more: false };
    if (this.#unsorted > mostUnsorted) this.#sort();
    const terms = sought.split(' ');
    const finder = new Finder(this.#text, limit);
    finder.take(this.#codes.get(sought) ?? []);
    finder.scan(`\n ${sought}`, []);
    const words = terms.map((term) => ` ${term}`);
    finder.scan(longest(words), words);
    finder.scan(longest(terms), terms);
    return finder.found();
  }

  #sort(): void {
    if (this.#unsorted > 0) this.#text.sort();
    this.#unsorted = 0;
  }

  #codesFor(code: string): Set<string> {
    const known = this.#codes.get(code) ?? new Set<string>();
    this.#codes.set(code, known);
    return known;
  }

  #forgetCodes(entry: SearchEntry | undefined): void {
    for (const code of entry?.codes ?? []) {
      const ids = this.#codes.get(code);
      ids?.delete(entry?.id ?? '');
      if (ids?.size === 0) this.#codes.delete(code);
    }
  }
}

const longest = (terms: readonly string[]): string =>
  terms.reduce((long, term) => (term.length > long.length ? term : long), '');

function entryOf(account: Account): SearchEntry {
  const { id, nameKey, serviceAddress, locality, clientCode, meters } = account;
  const codes = [clientCode, ...meters.map(({ serial }) => serial)].map(fold);
  return {
    id,
    nameKey,
    codes,
    words: ` ${nameKey} ${fold(`${serviceAddress} ${locality}`)} ${codes.join(' ')}`,
  };
}
