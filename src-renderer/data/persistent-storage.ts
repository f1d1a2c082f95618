/**
 * Asks the browser not to clear what it keeps for this page when the disk fills: the journal and the pulled documents
 * share that fate. A browser that refuses is told of; what is waiting is then one full disk away from being lost.
 * @returns whether it will be kept
 */
export async function askToKeepStorage(storage: Partial<StorageManager> | undefined): Promise<boolean> {
  try {
    const kept = (await storage?.persist?.()) ?? false;
    if (!kept) console.warn('storage: the browser may clear what is kept here when the disk fills');
    return kept;
  } catch (error) {
    console.warn('storage: the browser could not be asked to keep it', error);
    return false;
  }
}
