import { statfsSync } from 'node:fs';

/** Something the person who runs the server can put right: its message is the whole sentence they read. */
export class OperatorProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'OperatorProblem';
  }
}

/** The system's code of an error (`EADDRINUSE`, `ENOSPC`, …), or null. */
export function systemCodeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The sentence for a folder that cannot be written, or null when `error` is something else. */
export function folderProblem(folder: string, error: unknown): OperatorProblem | null {
  switch (systemCodeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT': // a folder above it lets nothing be made in it
      return new OperatorProblem(
        `The data folder ${folder} cannot be written. Give this user the right to write there, or name another folder with --data.`,
        error,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return noSpaceProblem(folder, error);
    case 'ENOTDIR':
    case 'EEXIST':
      return new OperatorProblem(
        `${folder} is a file, or lies inside one. Name a folder with --data.`,
        error,
      );
    default:
      return null;
  }
}

export const noSpaceProblem = (folder: string, cause?: unknown): OperatorProblem =>
  new OperatorProblem(
    `The disk that holds ${folder} is full. Free some space, or name a folder on another disk with --data.`,
    cause,
  );

const hardlyAnythingBytes = 32 * 2 ** 20; // less than one more file of PostgreSQL's log

/** The sentence for a full disk when that is what `folder` lies on: a program that met it may only have broken off. */
export function fullDiskProblem(folder: string, cause: unknown): OperatorProblem | null {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < hardlyAnythingBytes ? noSpaceProblem(folder, cause) : null;
}
