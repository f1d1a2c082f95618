import type { SearchEntry } from './search-index';
import type { SearchText } from './search-text';

/** What a search found: ids in the order they are shown. */
export interface Found {
  ids: string[];
  more: boolean;
}

/** Collects the best matches of one search, each account once, and stops looking when one more than asked is found. */
export class Finder {
  readonly #text: SearchText;
  readonly #limit: number;
  readonly #ids = new Set<string>();

  constructor(text: SearchText, limit: number) {
    this.#text = text;
    this.#limit = limit;
  }

  get #full(): boolean {
    return this.#ids.size > this.#limit;
  }

  /** Takes every account whose line holds `driver` and that fits; the driver leads from one line to the next. */
  scan(driver: string, fits: (entry: SearchEntry) => boolean): void {
    for (const { text, starts, entries } of this.#text.chunks()) {
      let place = 0;
      for (
        let at = text.indexOf(driver);
        at !== -1 && !this.#full;
        at = text.indexOf(driver, starts[place])
      ) {
        while (place < starts.length && (starts[place] ?? 0) <= at) place += 1; // the first line behind the match
        const entry = entries[place - 1];
        if (entry && fits(entry)) this.#ids.add(entry.id);
        if (place >= starts.length) break;
      }
      if (this.#full) return;
    }
  }

  found(): Found {
    const ids = [...this.#ids];
    return { ids: ids.slice(0, this.#limit), more: ids.length > this.#limit };
  }
}
