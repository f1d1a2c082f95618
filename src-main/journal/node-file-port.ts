import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FilePort } from '../../shared/journal/file-port';

/** Below this the journal refuses: the machine needs the rest to keep running and to close what is open. */
const journalFloorBytes = 64 * 2 ** 20;

export interface NodeFilePort extends FilePort {
  close(): Promise<void>;
}

export interface NodeFilePortOptions {
  /** Free bytes on the medium that holds `folder`. */
  freeBytes?: (folder: string) => Promise<number>;
  /** Free bytes that a write has to leave. */
  floorBytes?: number;
}

/**
 * Opens a journal's file, or makes it so that it survives a power cut: a new file is kept only when the folders that name
 * it have been flushed too. @throws what the file system throws
 */
export async function openNodeFilePort(
  path: string,
  options: NodeFilePortOptions = {},
): Promise<NodeFilePort> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  await flushFolder(folder);
  await flushFolder(dirname(folder));
  const { freeBytes = freeBytesAt, floorBytes = journalFloorBytes } = options;
  return {
    readAll: () => readAll(file),
    async write(bytes, at) {
      if ((await freeBytes(folder)) < floorBytes + bytes.length) throw noSpace();
      await writeAll(file, bytes, at);
    },
    hasRoom: async (bytes) => (await freeBytes(folder)) >= floorBytes + bytes,
    flush: () => file.datasync(),
    truncate: (size) => file.truncate(size),
    close: () => file.close(),
  };
}

/** Flushes a folder's list of names. Windows keeps it with the file and refuses to open a folder. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readAll(file: FileHandle): Promise<Uint8Array> {
  const { size } = await file.stat();
  const bytes = new Uint8Array(size);
  let read = 0;
  while (read < size) {
    const { bytesRead } = await file.read(bytes, read, size - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** A write may be cut short (a signal, a full disk): the rest is written, or the error of the next try is thrown. */
async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}

async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const noSpace = () => Object.assign(new Error('too little free space for the journal'), { code: 'ENOSPC' });
