import type { Codes } from '../../../data/visit-api';

/*
 * A scanner types as a keyboard does, only faster: a run of keys without a pause, mostly with Enter or Tab behind it. What
 * such a run must look like the utility says itself, by a pattern with the groups `clientCode` and `internalCode`.
 */

/** Longest pause inside one scan; slow scanners take up to 100 ms a key. */
const pauseMs = 120;
/** A scan without Enter behind it is over when no key has come for so long. */
export const settleMs = 200;
const longestRun = 100;

/** Fewer signs that come fast are not a scan of something else, but two keys of somebody in a hurry. */
const leastRun = 6;

/** A scan of something that is no invoice of the utility. */
export type Heard = Codes | 'foreign' | null;

export interface ScanReader {
  /** A key as `KeyboardEvent.key` names it. @returns what was scanned when this key ended a scan */
  hear(key: string, atMs: number): Heard;
  /** No key has come for a while. */
  settle(): Heard;
}

/** @param pattern of the utility; null, and one that is not a pattern, reads nothing */
export function scanReader(pattern: string | null): ScanReader {
  const expected = compiled(pattern);
  let run = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  const finish = (): Heard => {
    const codes = codesIn(run, expected);
    const isScan = expected !== null && run.length >= leastRun;
    run = '';
    return codes ?? (isScan ? 'foreign' : null);
  };
  return {
    hear(key, atMs) {
      if (atMs - lastMs > pauseMs) run = '';
      lastMs = atMs;
      if (key === 'Enter' || key === 'Tab') return finish();
      if (key.length === 1) run = (run + key).slice(-longestRun);
      return null;
    },
    settle: finish,
  };
}

function compiled(pattern: string | null): RegExp | null {
  if (!pattern) return null;
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}

function codesIn(run: string, expected: RegExp | null): Codes | null {
  const { clientCode, internalCode } = expected?.exec(run.trim())?.groups ?? {};
  return clientCode && internalCode ? { clientCode, internalCode } : null;
}
