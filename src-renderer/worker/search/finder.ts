import type { SearchEntry } from './search-index';
import type { SearchText } from './search-text';

/** What a search found: ids in the order they are shown. */
export interface Found {
  ids: string[];
  more: boolean;
}

/** How good a match is, 0 the best; null: none. */
export type Rank = 0 | 1 | 2 | 3;

/** Collects the matches of one search by rank, each account once. */
export class Finder {
  readonly #text: SearchText;
  readonly #limit: number;
  readonly #byRank: string[][] = [[], [], [], []];
  readonly #seen = new Set<string>();

  constructor(text: SearchText, limit: number) {
    this.#text = text;
    this.#limit = limit;
  }

  /**
   * Ranks every account whose line holds `driver`, which leads from one line to the next, and stops as soon as more
   * than are shown are at least as good as `enough`.
   */
  scan(driver: string, enough: Rank, rankOf: (entry: SearchEntry) => Rank | null): void {
    for (const { text, starts, entries } of this.#text.chunks()) {
      let place = 0;
      for (let at = text.indexOf(driver); at !== -1; at = text.indexOf(driver, starts[place])) {
        if (this.#hasMoreThanShown(enough)) return;
        while (place < starts.length && (starts[place] ?? 0) <= at) place += 1; // the first line behind the match
        const entry = entries[place - 1];
        if (entry) this.#take(entry, rankOf);
        if (place >= starts.length) break;
      }
    }
  }

  found(): Found {
    const ids = this.#byRank.flat();
    return { ids: ids.slice(0, this.#limit), more: ids.length > this.#limit };
  }

  #take(entry: SearchEntry, rankOf: (entry: SearchEntry) => Rank | null): void {
    if (this.#seen.has(entry.id)) return;
    const rank = rankOf(entry);
    const same = rank === null ? null : this.#byRank[rank];
    if (!same || same.length > this.#limit) return;
    same.push(entry.id);
    this.#seen.add(entry.id);
  }

  #hasMoreThanShown(enough: Rank): boolean {
    const good = this.#byRank.slice(0, enough + 1);
    return good.reduce((count, ids) => count + ids.length, 0) > this.#limit;
  }
}
