import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { builtServer } from './built-server';

/** `ghiseu ARGS` as a process of its own, once its output has said where it listens. */
export async function ghiseuProcess(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [builtServer, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const place = () => /(?:serves|listens on) (?<place>[^\s,]+)/.exec(said)?.groups?.place ?? '';
  try {
    await expect.poll(place, { timeout: 60_000 }).not.toBe('');
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  return {
    place: place(),
    said: () => said,
    /** kill -9 */
    kill: () => end(child, 'SIGKILL'),
    /** Ctrl-C, or what else asks it to end. @returns its exit code */
    stop: (signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') => end(child, signal),
    /** Nobody reads any longer what it says. */
    closeConsole: () => child.stdout.destroy(),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}
