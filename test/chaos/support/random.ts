/** A small seeded generator (sfc32): the same seed gives the same run. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param words what the seed is made of: the run's seed, the scenario's name, the round */
  constructor(...words: readonly (string | number)[]) {
    this.#a = hashOf(`${words.join(' ')} a`);
    this.#b = hashOf(`${words.join(' ')} b`);
    this.#c = hashOf(`${words.join(' ')} c`);
    for (let warmUp = 0; warmUp < 12; warmUp += 1) this.fraction();
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  happens(chance: number): boolean {
    return this.fraction() < chance;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.whole(0, choices.length - 1)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let place = mixed.length - 1; place > 0; place -= 1) {
      const other = this.whole(0, place);
      [mixed[place], mixed[other]] = [mixed[other] as T, mixed[place] as T];
    }
    return mixed;
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
