import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the house's root, with forward slashes. */
  path: string;
  /** Without comments. */
  text: string;
}

/** Every TypeScript file of the house's `folder`. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = posix.join(folder, name.replaceAll('\\', '/'));
      return { path, text: withoutComments(readFileSync(join(root, path), 'utf8')) };
    });
}

/** What a file imports: packages by name, files by their path from the root. */
export function importsOf({ path, text }: SourceFile): string[] {
  const specifiers = [
    ...text.matchAll(/\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g),
  ].map(([, specifier = '']) => specifier);
  return specifiers.map((name) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : packageOf(name),
  );
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Comments blanked; strings are stepped over, so that an address with // in it stays whole. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (part) => (/^\/[/*]/.test(part) ? ' ' : part));
}
