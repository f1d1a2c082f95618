import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PaymentPageSetting } from '../payment-page/configuration';

/** What stands beside the demo's kiosk: processes of their own, as the real ones are. */
export interface DemoSimulators {
  terminalAddress: string;
  paymentPage: PaymentPageSetting;
  close(): Promise<void>;
}

/** Starts a simulated card terminal and a simulated payment page on free ports. The terminal's memory is kept between starts. */
export async function startSimulators(dataFolder: string): Promise<DemoSimulators> {
  const key = randomBytes(24).toString('base64url');
  const memory = join(dataFolder, 'simulated-terminal.jsonl');
  const starting = await Promise.allSettled([
    startSimulator(['simulate-terminal', '--memory', memory]),
    startSimulator(['simulate-payment-page', '--key', key]),
  ]);
  const close = async (): Promise<void> => {
    const started = starting.flatMap((simulator) =>
      simulator.status === 'fulfilled' ? [simulator.value] : [],
    );
    await Promise.all(started.map((simulator) => simulator.close()));
  };
  const [terminal, page] = starting;
  if (terminal.status === 'fulfilled' && page.status === 'fulfilled') {
    const paymentPage = { url: page.value.listensOn, key, publicUrl: null };
    return { terminalAddress: terminal.value.listensOn, paymentPage, close };
  }
  await close();
  throw [terminal, page].find((simulator) => simulator.status === 'rejected')?.reason;
}

interface Simulator {
  listensOn: string;
  close(): Promise<void>;
}

/** This very program with another command. It ends by itself when this process is no more. */
async function startSimulator(args: readonly string[]): Promise<Simulator> {
  const [, script = ''] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, script, ...args, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'], // the channel tells it that this process is gone
    detached: true, // Ctrl-C reaches it through `close`
  });
  const { stdout } = child;
  if (!stdout) throw new Error(`${args[0]} has no output.`);
  const lines = createInterface({ input: stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])) as [
    string,
  ];
  const listensOn = / listens on (?<place>[^\s,]+)/.exec(line)?.groups?.place;
  stdout.resume();
  if (!listensOn) throw new Error(`${args[0]} did not start: ${line}`);
  return { listensOn, close: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(late);
}
