/**
 * Checks the free space before each write and costs it nothing: the figure is asked for while others work, and asked for
 * anew only before a write is refused.
 * @param free bytes that may still be written
 * @returns the check: @throws DOMException (QuotaExceededError) when a write would leave less than the floor
 */
export async function spaceGuard(
  free: () => Promise<number>,
  floorBytes: number,
): Promise<(bytes: number) => Promise<void>> {
  let known = Number.POSITIVE_INFINITY; // where nobody can tell, the medium itself refuses
  let asking: Promise<void> | null = null;
  const ask = (): Promise<void> => {
    asking ??= free()
      .then(
        (bytes) => {
          known = bytes;
        },
        (error: unknown) => console.error('the free space is not known', error),
      )
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  await ask();
  return async (bytes) => {
    if (known - bytes < floorBytes) {
      await asking; // what is being told now may be older than the last write
      await ask();
    }
    if (known - bytes < floorBytes) throw new DOMException('too little free space', 'QuotaExceededError');
    known -= bytes;
    void ask();
  };
}

/**
 * What the browser lets this origin still write, by its own word: Chromium may say 10 GiB whatever the disk has. The
 * write that then does not fit is refused by the medium, and the journal takes back what of it was written.
 */
export async function freeBytes(): Promise<number> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}
