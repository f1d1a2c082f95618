import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The payment provider's key, as the server and the simulated page share it. */
const key = 'a key for end-to-end tests';

/** What stands beside a kiosk, as processes of their own: a card terminal, and the provider's page. */
export class Simulators {
  readonly terminalAddress: string;
  readonly pageUrl: string;
  readonly pageKey = key;
  readonly #memory: string;
  readonly #children: ChildProcess[];

  private constructor(places: { terminal: Started; page: Started; memory: string }) {
    this.terminalAddress = places.terminal.place;
    this.pageUrl = places.page.place;
    this.#memory = places.memory;
    this.#children = [places.terminal.child, places.page.child];
  }

  static async begin(folder: string): Promise<Simulators> {
    const memory = join(folder, 'terminal.jsonl');
    const terminal = await startProgram(['simulate-terminal', '--memory', memory, '--card-ms', '300']);
    const page = await startProgram(['simulate-payment-page', '--key', key]);
    return new Simulators({ terminal, page, memory });
  }

  /** The amounts that the terminal has charged, in bani. */
  async charged(): Promise<string[]> {
    const lines = (await readFile(this.#memory, 'utf8').catch(() => '')).split('\n').filter(Boolean);
    return lines.filter((line) => line.includes('"approved"'));
  }

  async end(): Promise<void> {
    await Promise.all(this.#children.map(endProgram));
  }
}

interface Started {
  child: ChildProcess;
  place: string;
}

/** The built program with another command. */
async function startProgram(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['dist/server/ghiseu.js', ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'], // the channel tells it when this process is gone
  });
  const { stdout } = child;
  if (!stdout) throw new Error(`${args[0]} has no output.`);
  const lines = createInterface({ input: stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])) as [
    string,
  ];
  stdout.resume();
  const place = / listens on (?<place>[^\s,]+)/.exec(line)?.groups?.place;
  if (!place) throw new Error(`${args[0]} did not start: ${line}`);
  return { child, place };
}

async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
