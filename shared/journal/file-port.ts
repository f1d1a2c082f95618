/** The file under a journal. Calls may answer at once or later; each throws what its medium throws. */
export interface FilePort {
  readAll(): Uint8Array | Promise<Uint8Array>;
  write(bytes: Uint8Array, at: number): void | Promise<void>;
  /** Returns when everything written is on the medium. */
  flush(): void | Promise<void>;
  truncate(size: number): void | Promise<void>;
  /** Whether that many more bytes would be taken now, as far as can be told without writing; left out: nobody can tell. */
  hasRoom?(bytes: number): boolean | Promise<boolean>;
}

/** The medium, or a floor under it, has no room for what was to be written. */
export function isNoSpace(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' || name === 'QuotaExceededError';
}
