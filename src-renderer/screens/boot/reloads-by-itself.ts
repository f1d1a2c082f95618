import { z } from 'zod';

/** When this window loaded its page again without being asked, and whether somebody has read so; outlives the reload. */
const storageKey = 'ghiseu.reloads-by-itself';
const mostLately = 3;
const latelyMs = 10 * 60_000;

const Reloads = z.object({ atMs: z.array(z.number()), unreadMs: z.number().nullable() });
type Reloads = z.infer<typeof Reloads>;

/**
 * Call before the page is loaded again.
 *
 * @param nowMs - milliseconds since 1970
 * @returns whether it may be: what has just been done three times in vain, or leaves no trace, could go on for ever
 */
export function noteReload(nowMs: number): boolean {
  const atMs = read().atMs.filter((ms) => Math.abs(nowMs - ms) < latelyMs); // the clock may have been set back
  return atMs.length < mostLately && write({ atMs: [...atMs, nowMs], unreadMs: nowMs });
}

/** @returns milliseconds since 1970 of the last one, until somebody says to have read it */
export const unreadReload = (): number | null => read().unreadMs;

export function dismissReload(): void {
  write({ ...read(), unreadMs: null });
}

function read(): Reloads {
  try {
    return Reloads.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? ''));
  } catch {
    return { atMs: [], unreadMs: null }; // nothing yet, or storage is shut
  }
}

function write(reloads: Reloads): boolean {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(reloads));
    return true;
  } catch {
    return false;
  }
}
