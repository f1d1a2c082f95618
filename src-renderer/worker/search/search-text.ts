import type { SearchEntry } from './search-index';

const perChunk = 2_000;

/** Entries' words as one long text, a line feed before each: one native `indexOf` passes over thousands of accounts. */
export interface Chunk {
  text: string;
  /** Where each entry's line begins in the text. */
  starts: Int32Array;
  entries: readonly SearchEntry[];
}

/** All entries, in name order but for what came since the last sort, cut into chunks so that a change costs little. */
export class SearchText {
  readonly #entries: SearchEntry[] = [];
  readonly #places = new Map<string, number>();
  /** Written out when next searched; missing where an entry changed. */
  readonly #chunks = new Map<number, Chunk>();

  clear(): void {
    this.#entries.length = 0;
    this.#places.clear();
    this.#chunks.clear();
  }

  /** @returns the entry that stood there before */
  put(entry: SearchEntry): SearchEntry | undefined {
    const place = this.#places.get(entry.id) ?? this.#entries.length;
    const before = this.#entries[place];
    this.#entries[place] = entry;
    this.#places.set(entry.id, place);
    this.#changed(place);
    return before;
  }

  /** The last entry takes its place. @returns the removed entry */
  remove(id: string): SearchEntry | undefined {
    const place = this.#places.get(id);
    const removed = this.#entries[place ?? -1];
    const last = this.#entries.at(-1);
    if (place === undefined || !removed || !last) return undefined;
    this.#changed(this.#entries.length - 1);
    this.#entries.pop();
    this.#places.delete(id);
    if (last !== removed) {
      this.#places.set(last.id, place);
      this.put(last);
    }
    return removed;
  }

  sort(): void {
    this.#entries.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0)); // the name comes first in them
    for (const [place, { id }] of this.#entries.entries()) this.#places.set(id, place);
    this.#chunks.clear();
  }

  *chunks(): Generator<Chunk> {
    for (let number = 0; number * perChunk < this.#entries.length; number += 1) {
      const chunk =
        this.#chunks.get(number) ?? chunkOf(this.#entries.slice(number * perChunk, (number + 1) * perChunk));
      this.#chunks.set(number, chunk);
      yield chunk;
    }
  }

  #changed(place: number): void {
    this.#chunks.delete(Math.floor(place / perChunk));
  }
}

function chunkOf(entries: readonly SearchEntry[]): Chunk {
  const starts = new Int32Array(entries.length);
  let at = 0;
  for (const [place, { words }] of entries.entries()) {
    starts[place] = at;
    at += words.length + 1;
  }
  return { text: entries.map(({ words }) => `\n${words}`).join(''), starts, entries };
}
