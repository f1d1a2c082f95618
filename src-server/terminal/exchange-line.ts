import { connect, type Socket } from 'node:net';
import type { TerminalAddress } from './terminal-address';

export interface Waiting {
  connectMs: number;
  answerMs: number;
  signal?: AbortSignal;
}

/** `answer` is what the line said, null when none came that is JSON. */
export type Exchange = { sent: false; reason: string } | { sent: true; answer: unknown };

const longestLine = 16 * 1024; // characters

/** Sends one request as a line and reads one line of answer, on a connection of its own. Never rejects. */
export function exchangeLine(
  { host, port }: TerminalAddress,
  request: object,
  { connectMs, answerMs, signal }: Waiting,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, keepAlive: true });
    let sent = false;
    let ended = false;
    let text = '';
    let timer = setTimeout(() => end('it does not answer'), connectMs);
    const abort = () => end('given up');

    function end(reason: string, line: string | null = null): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket.destroy();
      resolve(sent ? { sent, answer: parsed(line) } : { sent, reason });
    }

    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    socket.setEncoding('utf8');
    socket.on('error', (error) => end(error.message));
    socket.on('close', () => end('it hung up'));
    socket.on('connect', () => {
      clearTimeout(timer);
      timer = setTimeout(() => end('no answer'), answerMs);
      sent = true; // from here on it may have been heard, whatever fails
      writeLine(socket, request);
    });
    socket.on('data', (chunk) => {
      text += String(chunk);
      const [line, rest] = text.split('\n', 2);
      if (rest !== undefined || text.length > longestLine) end('answered', line ?? null);
    });
  });
}

export const writeLine = (socket: Socket, message: object): boolean =>
  socket.write(`${JSON.stringify(message)}\n`);

function parsed(line: string | null): unknown {
  try {
    return line === null ? null : JSON.parse(line);
  } catch {
    return null;
  }
}
