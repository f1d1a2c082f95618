import { type InSteps, sortedInSteps } from './in-steps';

const afterAll = '\uffff'; // sorts after every letter

/** Words from a first place on to before a last one. */
export interface Words {
  first: number;
  last: number;
}

/** The words of all lines, each once, in order; a word is named by its place. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #starts: Uint32Array; // of each word in the text
  readonly #text: string; // all of them, a line feed before each

  private constructor(words: readonly string[]) {
    this.#words = words;
    this.#starts = new Uint32Array(words.length + 1);
    let at = 0;
    for (const [place, word] of words.entries()) {
      this.#starts[place] = at;
      at += word.length + 1;
    }
    this.#starts[words.length] = at;
    this.#text = words.length === 0 ? '' : `\n${words.join('\n')}`;
  }

  static *of(words: Iterable<string>): InSteps<Vocabulary> {
    return new Vocabulary(yield* sortedInSteps(words, { letters: 3, textOf: (word) => word }));
  }

  get words(): readonly string[] {
    return this.#words;
  }

  /** @returns null when no line has this word */
  placeOf(word: string): number | null {
    const place = this.#firstFrom(word);
    return this.#words[place] === word ? place : null;
  }

  /** They stand beside each other. */
  beginningWith(term: string): Words[] {
    return [{ first: this.#firstFrom(term), last: this.#firstFrom(`${term}${afterAll}`) }];
  }

  /** One native `indexOf` passes over thousands of words. */
  holding(term: string): Words[] {
    const found: Words[] = [];
    let place = 0;
    for (let at = this.#text.indexOf(term); at !== -1; at = this.#text.indexOf(term, this.#starts[place])) {
      while ((this.#starts[place + 1] ?? Number.POSITIVE_INFINITY) <= at) place += 1;
      found.push({ first: place, last: place + 1 });
      place += 1;
      if (place === this.#words.length) break;
    }
    return found;
  }

  #firstFrom(word: string): number {
    return firstFrom(this.#words.length, (place) => (this.#words[place] ?? '') < word);
  }
}

/** The first place that does not come before what is sought, of places in order. */
export function firstFrom(places: number, isBefore: (place: number) => boolean): number {
  let low = 0;
  let high = places;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
