import { eachInSteps, type InSteps } from './in-steps';
import type { SearchLine } from './search-line';
import { Vocabulary } from './vocabulary';

/** For each word of a vocabulary the lines that have it, by the lines' places and in their order. */
export class Postings {
  readonly vocabulary: Vocabulary;
  readonly #lines: Uint32Array; // of one word after the other
  readonly #starts: Uint32Array; // where each word's lines begin

  private constructor(vocabulary: Vocabulary, lines: Uint32Array, starts: Uint32Array) {
    this.vocabulary = vocabulary;
    this.#lines = lines;
    this.#starts = starts;
  }

  /** Counts how often each word occurs, which says where its lines begin, and then writes them there. */
  static *of(lines: readonly SearchLine[]): InSteps<Postings> {
    const { numbers, met, ends } = yield* metIn(lines);
    const vocabulary = yield* Vocabulary.of(numbers.keys());
    const placeOf = new Uint32Array(numbers.size);
    yield* eachInSteps(vocabulary.words, (word, place) => {
      placeOf[numbers.get(word) ?? 0] = place;
    });
    const starts = new Uint32Array(numbers.size + 1);
    yield* eachInSteps(ends, (end, line) => {
      for (let at = ends[line - 1] ?? 0; at < end; at += 1) count(starts, (placeOf[met[at] ?? 0] ?? 0) + 1);
    });
    for (let word = 1; word < starts.length; word += 1)
      starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
    const free = starts.slice();
    const posted = new Uint32Array(met.length);
    yield* eachInSteps(ends, (end, line) => {
      for (let at = ends[line - 1] ?? 0; at < end; at += 1)
        posted[count(free, placeOf[met[at] ?? 0] ?? 0)] = line;
    });
    return new Postings(vocabulary, posted, starts);
  }

  /**
   * The lines of words that stand beside each other; a line that has one of them twice is there twice.
   * @param last the place after the last of the words
   */
  linesOf(first: number, last: number): Uint32Array {
    return this.#lines.subarray(this.#starts[first], this.#starts[last]);
  }
}

/** @returns the count before */
function count(counts: Uint32Array, place: number): number {
  const before = counts[place] ?? 0;
  counts[place] = before + 1;
  return before;
}

/** Numbers the words in the order in which they are met: those of all lines one after the other, and where each line ends. */
function* metIn(lines: readonly SearchLine[]) {
  const numbers = new Map<string, number>();
  const met: number[] = [];
  const ends = new Uint32Array(lines.length);
  yield* eachInSteps(lines, ({ words }, line) => {
    for (const word of words.split(' ')) {
      if (word === '') continue;
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      met.push(number);
    }
    ends[line] = met.length;
  });
  return { numbers, met, ends };
}
