import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Clock } from '../../clock';
import { writeLine } from '../exchange-line';
import {
  type TerminalAnswer,
  type TerminalOutcome,
  TerminalRequest,
  terminalVersion as version,
} from '../terminal-protocol';
import { type AnswerMode, type Behaviour, behaviourFor } from './behaviour';
import { terminalMemory } from './memory';

export interface SimulatorOptions {
  port: number; // 0: a free one
  host?: string;
  answer: AnswerMode;
  /** Where it keeps what it did. */
  memoryFile: string;
  /** How long a customer takes to show the card, in ms. */
  cardMs?: number;
  clock: Clock;
  say: (sentence: string) => void;
}

type Sale = Extract<TerminalRequest, { kind: 'sale' }>;

/** A card terminal of software: speaks `terminal-protocol.ts`, and remembers. */
export async function startTerminalSimulator(options: SimulatorOptions) {
  const { port, host = '127.0.0.1' } = options;
  const sockets = new Set<Socket>();
  const work = terminalWork(options);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // the asker went away: the sale goes on, as at a real terminal
    createInterface({ input: socket }).once('line', (line) => work.answer(socket, line));
  }).listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close(): Promise<void> {
      work.stop();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function terminalWork({ answer: mode, memoryFile, cardMs = 1_500, clock, say }: SimulatorOptions) {
  const memory = terminalMemory(memoryFile);
  let current: { reference: string; waiting: Socket[]; timer: NodeJS.Timeout } | null = null;

  const outcome = (
    reference: string,
    result: TerminalOutcome | { outcome: 'in-progress' },
  ): TerminalAnswer => ({
    version,
    kind: 'outcome',
    reference,
    result,
  });
  const problem = (reason: 'busy' | 'malformed' | 'reference-reused'): TerminalAnswer => ({
    version,
    kind: 'problem',
    reason,
  });

  /** What became of it is kept before anybody is told. */
  function finish(sale: Sale, behaviour: Behaviour): void {
    const waiting = current?.waiting ?? [];
    current = null;
    const { reference, amountBani } = sale;
    const { result } = memory.keep({ reference, amountBani, result: resultOf(sale, behaviour, clock.now()) });
    say(`${reference}: ${lei(amountBani)} ${result.outcome}`);
    for (const socket of waiting) {
      if (behaviour === 'cut-after-approval') socket.destroy();
      else reply(socket, outcome(reference, result));
    }
    if (behaviour === 'cut-after-approval') say(`${reference}: connection cut`);
  }

  function begin(socket: Socket, sale: Sale): void {
    const { reference, amountBani } = sale;
    const known = memory.find(reference);
    if (current?.reference === reference) current.waiting.push(socket);
    else if (known?.result.outcome === 'not-found' || known?.amountBani === amountBani)
      reply(socket, outcome(reference, known.result));
    else if (known) reply(socket, problem('reference-reused'));
    else if (current) reply(socket, problem('busy'));
    else {
      say(`${reference}: ${lei(amountBani)}, waits for the card`);
      const timer = setTimeout(() => finish(sale, behaviourFor(mode, amountBani)), cardMs);
      current = { reference, waiting: [socket], timer };
    }
  }

  function statusOf(reference: string): TerminalAnswer {
    if (current?.reference === reference) return outcome(reference, { outcome: 'in-progress' });
    const kept = memory.keep({ reference, amountBani: 0, result: { outcome: 'not-found' } });
    say(`${reference}: asked for, ${kept.result.outcome}`);
    return outcome(reference, kept.result);
  }

  return {
    answer(socket: Socket, line: string): void {
      const request = requestIn(line);
      if (!request) reply(socket, problem('malformed'));
      else if (request.kind === 'hello') reply(socket, { version, kind: 'ready', busy: current !== null });
      else if (request.kind === 'status') reply(socket, statusOf(request.reference));
      else begin(socket, request);
    },
    stop: () => clearTimeout(current?.timer),
  };
}

function reply(socket: Socket, answer: TerminalAnswer): void {
  if (!socket.destroyed) {
    writeLine(socket, answer);
    socket.end();
  }
}

function requestIn(line: string): TerminalRequest | null {
  try {
    return TerminalRequest.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function resultOf({ amountBani }: Sale, behaviour: Behaviour, approvedAt: string): TerminalOutcome {
  if (behaviour === 'decline') return { outcome: 'declined', reason: 'insufficient funds' };
  if (behaviour === 'timeout') return { outcome: 'timed-out' };
  const authorisation = String(randomInt(1_000_000)).padStart(6, '0');
  return { outcome: 'approved', authorisation, amountBani, approvedAt };
}

const lei = (amountBani: number): string => `${(amountBani / 100).toFixed(2).replace('.', ',')} lei`;
