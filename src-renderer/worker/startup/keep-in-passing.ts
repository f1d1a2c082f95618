import type { KeptStore } from '../db/kept-store';

/** Written in passing: what is lost is a little precision after the next restart. */
export function keepInPassing(kept: KeptStore, key: string, value: unknown): Promise<void> {
  return kept.put(key, value).catch((error: unknown) => console.error(`${key} could not be kept`, error));
}
