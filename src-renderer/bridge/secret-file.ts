import { z } from 'zod';
import { decodeChecked, encodeChecked, linesOf } from '../../shared/journal/checked-line';
import type { SecretBox } from './secret-box';

const fileName = 'ghiseu.secret';
const Line = z.object({ secret: z.string() });

/** The browser's own file system, as much of it as a file by name needs. */
export type Folder = () => Promise<Pick<FileSystemDirectoryHandle, 'getFileHandle' | 'removeEntry'>>;

const ownFolder: Folder = () => navigator.storage.getDirectory();

export interface SecretFile extends SecretBox {
  remove(): Promise<void>;
}

/**
 * The secret as a file beside the journal, so that a device which loses its IndexedDB is still that device. What protects
 * it are the rights on the profile's folder, as they do the key under the copy in IndexedDB, which lies in the same folder:
 * who can read the disk has both.
 */
export function secretFile(folder: Folder = ownFolder): SecretFile {
  return {
    load: async () => {
      const handle = await (await folder()).getFileHandle(fileName).catch(noneThere);
      if (!handle) return null;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const [line = ''] = linesOf(bytes);
      const parsed = Line.safeParse(decodeChecked(line));
      return parsed.success ? parsed.data.secret : null;
    },
    save: async (secret) => {
      const handle = await (await folder()).getFileHandle(fileName, { create: true });
      const writing = await handle.createWritable(); // beside the file, which is replaced as a whole on closing
      await writing.write(Uint8Array.from(encodeChecked({ secret })));
      await writing.close();
    },
    remove: async () => {
      await (await folder()).removeEntry(fileName).catch(noneThere);
    },
  };
}

function noneThere(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
}
