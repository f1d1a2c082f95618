import { join } from 'node:path';
import type { AnswerMode } from '../../src-server/terminal/simulator/behaviour';
import { readEntries } from '../../src-server/terminal/simulator/memory';
import { startTerminalSimulator } from '../../src-server/terminal/simulator/terminal-simulator';
import { testClock } from './clock';

let terminals = 0;

export type SimulatedTerminal = Awaited<ReturnType<typeof simulatedTerminal>>;

/** A simulated terminal in this process, its memory in `folder`; it can be switched off and on at the same port. */
export async function simulatedTerminal(
  folder: string,
  { answer = 'approve', cardMs = 5, port = 0 }: { answer?: AnswerMode; cardMs?: number; port?: number } = {},
) {
  const memoryFile = join(folder, `terminal-${++terminals}.jsonl`);
  const said: string[] = [];
  const clock = testClock('2026-11-26T08:00:00.000Z');
  const say = (sentence: string) => void said.push(sentence);
  const start = (on: number) => startTerminalSimulator({ port: on, answer, memoryFile, cardMs, clock, say });
  let running = await start(port);
  const usedPort = running.port;
  return {
    address: `127.0.0.1:${usedPort}`,
    said,
    /** The charges it made, by reference. */
    charged: () =>
      readEntries(memoryFile).flatMap(({ reference, result }) =>
        result.outcome === 'approved' ? [reference] : [],
      ),
    switchOff: () => running.close(),
    switchOn: async () => {
      running = await start(usedPort);
    },
    close: () => running.close(),
  };
}
