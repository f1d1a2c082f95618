import type { FilePort } from '../../../shared/journal/file-port';
import { freeBytes, spaceGuard } from './space-guard';

/** Below this the journal refuses: the browser needs the rest for what it pulls. */
export const opfsFloorBytes = 16 * 2 ** 20;

const mostTries = 20;
const betweenTriesMs = 100;

/**
 * A file in the browser's own file system with a synchronous handle (workers only): written bytes are on the medium
 * when `flush` returns. The handle is exclusive; a window that just closed may hold it for a moment longer.
 * @throws DOMException when the file cannot be opened
 */
export async function openOpfsFile(name: string, floorBytes = opfsFloorBytes): Promise<FilePort> {
  const takeRoom = await spaceGuard(freeBytes, floorBytes);
  const root = await navigator.storage.getDirectory();
  const handle = await openHandle(await root.getFileHandle(name, { create: true }));
  return {
    readAll: () => {
      const bytes = new Uint8Array(handle.getSize());
      handle.read(bytes, { at: 0 });
      return bytes;
    },
    write: async (bytes, at) => {
      await takeRoom(bytes.length);
      const written = handle.write(Uint8Array.from(bytes), { at });
      if (written < bytes.length) throw new DOMException('only a part was written', 'QuotaExceededError');
    },
    hasRoom: async (bytes) => (await freeBytes()) - bytes >= floorBytes,
    flush: () => handle.flush(),
    truncate: (size) => handle.truncate(size),
  };
}

async function openHandle(file: FileSystemFileHandle, tries = 1): Promise<FileSystemSyncAccessHandle> {
  try {
    return await file.createSyncAccessHandle();
  } catch (error) {
    const taken = error instanceof DOMException && error.name === 'NoModificationAllowedError';
    if (!taken || tries >= mostTries) throw error;
    await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
    return openHandle(file, tries + 1);
  }
}
