import { BehaviorSubject } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import { fold } from '../../../shared/search/fold';

interface Entry {
  id: string;
  nameKey: string;
  clientCode: string;
  serials: string[];
  /** Everything one can search for, folded; a space before every word, so that " word" is found at a word's start. */
  words: string;
}

/** What a search found: ids in the order they are shown. */
export interface Found {
  ids: string[];
  more: boolean;
}

/** Best first: the exact code or serial, a name that begins so, every term at a word's start, anywhere. */
const ranks = 4;

/**
 * Every account's name, address, locality, code and serials as one line of folded text each, searched by a plain scan:
 * at 100,000 accounts it is the smallest and the quickest to build of what was tried.
 */
export class SearchIndex {
  readonly ready$ = new BehaviorSubject(false);
  #entries: Entry[] = []; // by name, but for what came since the last sort
  readonly #places = new Map<string, number>();
  #unsorted = 0;
  /** The entries that matched the last text: one that continues it can match no other. */
  #last: { text: string; matches: Entry[] } | null = null;

  clear(): void {
    this.#entries = [];
    this.#places.clear();
    this.#unsorted = 0;
    this.#last = null;
    this.ready$.next(false);
  }

  put(accounts: readonly Account[]): void {
    this.#last = null;
    for (const account of accounts) {
      const place = this.#places.get(account.id);
      if (place === undefined) this.#places.set(account.id, this.#entries.push(entryOf(account)) - 1);
      else this.#entries[place] = entryOf(account);
      this.#unsorted += 1;
    }
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#last = null;
    this.#places.delete(id);
    const last = this.#entries.pop();
    if (!last || last.id === id) return;
    this.#entries[place] = last;
    this.#places.set(last.id, place);
    this.#unsorted += 1;
  }

  /** Everything is in: from now on searches are answered from here. */
  complete(): void {
    this.#sort();
    if (!this.ready$.value) this.ready$.next(true);
  }

  /** Accounts in which every word of the text occurs. An empty text finds nothing. */
  find(text: string, limit: number): Found {
    const sought = fold(text);
    if (sought === '') return { ids: [], more: false };
    this.#sort();
    const terms = sought.split(' ');
    const narrowed = this.#last && sought.startsWith(this.#last.text) ? this.#last.matches : this.#entries;
    const matches = narrowed.filter(({ words }) => terms.every((term) => words.includes(term)));
    this.#last = { text: sought, matches };
    return best(matches, { sought, terms, limit });
  }

  /** A handful of changed names may stand out of order until there are more of them. */
  #sort(): void {
    if (this.#unsorted === 0 || (this.ready$.value && this.#unsorted < 500)) return;
    this.#entries.sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
    for (const [place, { id }] of this.#entries.entries()) this.#places.set(id, place);
    this.#unsorted = 0;
  }
}

interface Sought {
  sought: string;
  terms: string[];
  limit: number;
}

function best(matches: readonly Entry[], { sought, terms, limit }: Sought): Found {
  const byRank: Entry[][] = Array.from({ length: ranks }, () => []);
  for (const entry of matches) {
    const bucket = byRank[rankOf(entry, sought, terms)];
    if (bucket && bucket.length < limit) bucket.push(entry);
  }
  const ids = byRank.flat().slice(0, limit);
  return { ids: ids.map(({ id }) => id), more: matches.length > limit };
}

function rankOf(entry: Entry, sought: string, terms: readonly string[]): number {
  if (entry.clientCode === sought || entry.serials.includes(sought)) return 0;
  if (entry.nameKey.startsWith(sought)) return 1;
  return terms.every((term) => entry.words.includes(` ${term}`)) ? 2 : 3;
}

function entryOf(account: Account): Entry {
  const serials = account.meters.map(({ serial }) => fold(serial));
  const clientCode = fold(account.clientCode);
  const parts = [
    account.nameKey,
    fold(account.serviceAddress),
    fold(account.locality),
    clientCode,
    ...serials,
  ];
  return { id: account.id, nameKey: account.nameKey, clientCode, serials, words: ` ${parts.join(' ')}` };
}
