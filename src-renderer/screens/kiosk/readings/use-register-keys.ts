import type { Entry } from '../../entry/use-entry';

export interface RegisterKeys {
  type(digit: string): void;
  erase(): void;
  clear(): void;
  /** A whole value at once: pasted, scanned, or set by an aid. */
  put(text: string): void;
}

/**
 * Fills a register from left to right, as its digits are read. What stands for the month, and what was answered with a
 * refusal, is replaced by the next digit.
 */
export function useRegisterKeys(entry: Entry, digits: number): RegisterKeys {
  const { value, dirty, phase } = entry;
  const busy = phase.at === 'saving';
  const startsAnew = !dirty || phase.at === 'blocked';
  const type = (text: string) => {
    if (!busy) entry.type(text);
  };
  return {
    type: (digit) => {
      const before = startsAnew ? '' : value;
      if (before.length < digits) type(before + digit);
    },
    erase: () => type(dirty ? value.slice(0, -1) : ''),
    clear: () => type(''),
    put: (text) => type(text.replaceAll(/\D/g, '').slice(0, digits)),
  };
}
