import { type InSteps, sortedInSteps } from './in-steps';
import { Postings } from './postings';
import { byWords, type SearchLine } from './search-line';
import { hasCode, type Rank, type Sought } from './sought';
import { firstFrom, type Words } from './vocabulary';

/** A line that was found. */
export interface Match {
  rank: Rank;
  line: SearchLine;
}

/**
 * Lines in order and, for each word in any of them, the lines that have it. A term lies within one word, so only the
 * words are searched for it; what they lead to is marked, and a line with every term's mark is a match.
 */
export class SettledLines {
  readonly #lines: readonly SearchLine[];
  readonly #postings: Postings;
  readonly #marks: Uint16Array;

  private constructor(lines: readonly SearchLine[], postings: Postings) {
    this.#lines = lines;
    this.#postings = postings;
    this.#marks = new Uint16Array(lines.length);
  }

  static *of(unsorted: Iterable<SearchLine>): InSteps<SettledLines> {
    const lines = yield* sortedInSteps(unsorted, {
      letters: 5,
      textOf: ({ words }) => words,
      compare: byWords,
    });
    return new SettledLines(lines, yield* Postings.of(lines));
  }

  /**
   * The best `most` matches, best first and in the lines' order where they are as good.
   * @param stale lines that changed since, which are passed over
   */
  find(sought: Sought, most: number, stale: (line: SearchLine) => boolean): Match[] {
    const found = new Map<SearchLine, Rank>();
    for (const { rank, places } of this.#ranks(sought)) {
      for (const place of places()) {
        const line = this.#lines[place];
        if (line && !found.has(line) && !stale(line)) found.set(line, rank);
        if (found.size >= most) break;
      }
      if (found.size >= most) break; // what is worse need not be looked for
    }
    return [...found].map(([line, rank]) => ({ rank, line }));
  }

  #ranks({ text, terms, isCode, startOnly }: Sought): { rank: Rank; places: () => Iterable<number> }[] {
    const { vocabulary } = this.#postings;
    return [
      { rank: 0, places: () => (isCode ? this.#withCode(text) : []) },
      { rank: 1, places: () => this.#withName(text) },
      { rank: 2, places: () => this.#withAll(terms.map((term) => vocabulary.beginningWith(term))) },
      {
        rank: 3,
        places: () =>
          this.#withAll(
            terms.map((term) =>
              term === startOnly ? vocabulary.beginningWith(term) : vocabulary.holding(term),
            ),
          ),
      },
    ];
  }

  *#withCode(code: string): Generator<number> {
    const word = this.#postings.vocabulary.placeOf(code);
    if (word === null) return;
    for (const place of this.#postings.linesOf(word, word + 1)) {
      const line = this.#lines[place];
      if (line && hasCode(line, code)) yield place;
    }
  }

  *#withName(begin: string): Generator<number> {
    const lines = this.#lines;
    const first = firstFrom(lines.length, (place) => (lines[place]?.words ?? '') < ` ${begin}`);
    for (let place = first; lines[place]?.words.startsWith(` ${begin}`); place += 1) yield place;
  }

  /** The lines that have one of the words of every term: they have the mark n with a word of each of the first n terms. */
  *#withAll(wordsOfTerms: readonly Words[][]): Generator<number> {
    const marks = this.#marks;
    marks.fill(0);
    for (const [term, words] of wordsOfTerms.entries()) {
      for (const { first, last } of words) mark(marks, this.#postings.linesOf(first, last), term);
    }
    const all = wordsOfTerms.length;
    for (let place = marks.indexOf(all); place !== -1; place = marks.indexOf(all, place + 1)) yield place;
  }
}

function mark(marks: Uint16Array, places: Uint32Array, term: number): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    if (marks[place] === term) marks[place] = term + 1;
  }
}
