import { base, Faker, ro } from '@faker-js/faker';

/** Chance with a seed: the same seed draws the same in the same order. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  /** True in this share (0 to 1) of the draws. */
  happens(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Picks by weight: `[[3, 'often'], [1, 'seldom']]`. */
  weighted<T>(list: readonly (readonly [number, T])[]): T;
  firstName(sex: 'female' | 'male'): string;
}

export function seededChance(seed: number): Chance {
  const faker = new Faker({ locale: [ro, base], seed });
  const whole = (from: number, to: number) => faker.number.int({ min: from, max: to });
  return {
    whole,
    between: (from, to) => from + (to - from) * faker.number.float(),
    happens: (share) => faker.number.float() < share,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    weighted: (list) =>
      faker.helpers.weightedArrayElement(list.map(([weight, value]) => ({ weight, value }))),
    firstName: (sex) => faker.person.firstName(sex),
  };
}
