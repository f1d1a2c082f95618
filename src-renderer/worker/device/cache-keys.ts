import type { CacheKey } from '../db/cache';

/** What the server asks a cache to be of. */
export type Wanted = Pick<CacheKey, 'epoch' | 'scopeVersion'>;

export const isOf = (key: CacheKey, { epoch, scopeVersion }: Wanted): boolean =>
  key.epoch === epoch && key.scopeVersion === scopeVersion;

export const isSame = (key: CacheKey, other: CacheKey | undefined): boolean =>
  other !== undefined && isOf(key, other) && key.generation === other.generation;
