import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface BuildPart {
  name: string;
  config: string;
  /** Folders whose files go into it. */
  sources: readonly string[];
  /** A file it makes. */
  output: string;
  /** Only tests need it: built when it is named. */
  forTests?: true;
}

export const buildParts: readonly BuildPart[] = [
  part('main', ['shared', 'src-main'], 'main.js'),
  part('preload', ['shared', 'src-main'], 'preload.cjs'),
  part('renderer', ['shared', 'src-renderer'], 'index.html'),
  part('server', ['shared', 'src-server'], 'ghiseu.js'),
  { ...part('screens-preview', ['shared', 'src-renderer', 'test/support'], 'index.html'), forTests: true },
];

function part(name: string, sources: readonly string[], output: string): BuildPart {
  return { name, config: `vite.${name}.config.ts`, sources, output: `dist/${name}/${output}` };
}

/** What decides over the result besides a part's own sources. */
const everywhere = ['package.json', 'package-lock.json', 'tsconfig.json'];

const stampOf = ({ name }: BuildPart): string => join('dist', '.stamps', name);

/** Hashes the content of everything a part is made from: a checkout or a copy that changes dates changes nothing. */
export function contentHash({ config, sources }: Pick<BuildPart, 'config' | 'sources'>): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...everywhere, config, ...sources.flatMap(filesIn)]) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

export function isFresh(part: BuildPart, hash: string): boolean {
  const stamp = stampOf(part);
  return existsSync(part.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

export function writeStamp(part: BuildPart, hash: string): void {
  mkdirSync(dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), hash);
}
