import { afterEach, beforeEach, expect, vi } from 'vitest';
import { run } from '../../src-server/commands/program';

/**
 * What commands say on the console in the present test, line by line; they work on the database of `url`.
 * @param url asked before each test; empty: a data folder's
 */
export function commandWords(url: () => string): string[] {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    const note = (...words: unknown[]) => void said.push(words.join(' '));
    vi.spyOn(console, 'log').mockImplementation(note);
    vi.spyOn(console, 'error').mockImplementation(note);
    vi.stubEnv('DATABASE_URL', url());
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  return said;
}

/** `ghiseu <name> …`: what was said by it, and before it in the test. */
export function commandsOf(name: string, said: readonly string[]) {
  const ended = async (code: number, args: readonly string[]): Promise<string> => {
    expect(await run(['node', 'ghiseu', name, ...args]), said.join('\n')).toBe(code);
    return said.join('\n');
  };
  return {
    ghiseu: (...args: string[]) => ended(0, args),
    complaint: (...args: string[]) => ended(1, args),
  };
}
