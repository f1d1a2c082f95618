import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { OperatorProblem, systemCodeOf } from '../operator-problem';
import { framesOf } from './frames';
import { BackedUpTable, formatVersion, Manifest } from './manifest';

/** The frames' bytes of a backup file. `onBytes` is told how much of the file has been read. */
export function readBackup(file: string, onBytes: (bytes: number) => void = () => undefined): Readable {
  const reading = createReadStream(file);
  reading.on('data', () => onBytes(reading.bytesRead));
  return pipeline(reading, createGunzip(), () => undefined); // what breaks is told by the end of the pipe
}

export const TableHead = BackedUpTable.pick({ name: true, columns: true });

interface Counted {
  hash: Hash;
  rows: number;
  bytes: number;
}

/**
 * Reads a whole backup file and compares every table with its manifest. Nothing is restored from a file that was not
 * read to its end once. @throws OperatorProblem that says what is wrong with the file
 */
export async function checkBackup(file: string, onBytes?: (bytes: number) => void): Promise<Manifest> {
  const tables = new Map<string, Counted>();
  let present: Counted | null = null;
  let manifest: Manifest | null = null;
  let begun = false;
  try {
    for await (const { kind, content } of framesOf(readBackup(file, onBytes))) {
      if (!begun) checkFormat(file, kind, content);
      begun = true;
      if (kind === 'T') {
        present = { hash: createHash('sha256'), rows: 0, bytes: 0 };
        tables.set(TableHead.parse(JSON.parse(content.toString())).name, present);
      }
      if (kind === 'R' && present) count(present, content);
      if (kind === 'M') manifest = Manifest.parse(JSON.parse(content.toString()));
    }
  } catch (error) {
    throw error instanceof OperatorProblem ? error : unreadable(file, begun, error);
  }
  if (!manifest) throw damaged(file, 'its end is missing');
  for (const table of manifest.tables) compare(file, table, tables.get(table.name));
  return manifest;
}

function checkFormat(file: string, kind: string, content: Buffer): void {
  const [format, version] = content.toString().split(' ');
  if (kind !== 'G' || format !== 'ghiseu-backup') throw noBackup(file);
  if (Number(version) === formatVersion) return;
  throw new OperatorProblem(`${file} was made by a newer Ghișeu. Update this one and try again.`);
}

const newLine = 10;

function count(counted: Counted, rows: Buffer): void {
  counted.hash.update(rows);
  counted.bytes += rows.length;
  for (let at = rows.indexOf(newLine); at >= 0; at = rows.indexOf(newLine, at + 1)) counted.rows += 1;
}

function compare(
  file: string,
  { name, rows, bytes, sha256 }: BackedUpTable,
  read: Counted | undefined,
): void {
  const same = read && read.rows === rows && read.bytes === bytes && read.hash.digest('hex') === sha256;
  if (!same) throw damaged(file, `the table ${name} is not as it was written`);
}

const noBackup = (file: string, cause?: unknown) =>
  new OperatorProblem(`${file} is no backup of Ghișeu's.`, cause);

const damaged = (file: string, what: string, cause?: unknown) =>
  new OperatorProblem(`${file} is damaged: ${what}. Nothing was changed. Use another backup.`, cause);

function unreadable(file: string, begun: boolean, error: unknown): unknown {
  if (systemCodeOf(error) === 'ENOENT') return new OperatorProblem(`There is no file ${file}.`, error);
  if (systemCodeOf(error) === 'EISDIR') return new OperatorProblem(`${file} is a folder.`, error);
  if (systemCodeOf(error) === 'EACCES')
    return new OperatorProblem(`${file} may not be read by this user.`, error);
  if (systemCodeOf(error)?.startsWith('Z_') || error instanceof z.ZodError || error instanceof Error) {
    return begun ? damaged(file, (error as Error).message, error) : noBackup(file, error);
  }
  return error;
}
