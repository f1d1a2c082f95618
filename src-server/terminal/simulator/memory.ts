import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Id } from '../../../shared/model/primitives';
import { TerminalOutcome } from '../terminal-protocol';

const Entry = z.object({ reference: Id, amountBani: z.int(), result: TerminalOutcome });
export type Entry = z.infer<typeof Entry>;

/** What became of each reference, one JSON object a line: outlives the simulator, as a terminal's memory outlives its power. */
export function terminalMemory(file: string) {
  const entries = new Map(readEntries(file).map((entry) => [entry.reference, entry]));
  mkdirSync(dirname(file), { recursive: true });
  return {
    find: (reference: string): Entry | undefined => entries.get(reference),
    /** Keeps an outcome. The first one of a reference stands. */
    keep(entry: Entry): Entry {
      const known = entries.get(entry.reference);
      if (known) return known;
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
      entries.set(entry.reference, entry);
      return entry;
    },
  };
}

/** A line that was torn when the process ended was never told to anybody. */
export function readEntries(file: string): Entry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [Entry.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}
