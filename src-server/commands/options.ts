import { InvalidArgumentError } from 'commander';

/** A whole number within bounds, for commander. */
export const wholeNumber =
  (from: number, to: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`);
  };

export const portNumber = wholeNumber(0, 65_535);
