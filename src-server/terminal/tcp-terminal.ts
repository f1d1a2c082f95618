import type { CardTerminal, Sale, SaleOutcome, SaleStatus } from './card-terminal';
import { type Exchange, exchangeLine, type Waiting } from './exchange-line';
import { parseTerminalAddress } from './terminal-address';
import { TerminalAnswer, type TerminalRequest, terminalVersion as version } from './terminal-protocol';

export interface TerminalTimes {
  connectMs: number;
  /** Until a terminal says that it is there, or what it knows of a reference. */
  answerMs: number;
  /** Until a sale has its outcome: longer than a terminal itself waits for a card. */
  saleMs: number;
}

const usualTimes: TerminalTimes = { connectMs: 3_000, answerMs: 5_000, saleMs: 100_000 };

/** A terminal that speaks `terminal-protocol.ts` at a `host:port`. */
export function tcpTerminal(address: string, times: TerminalTimes = usualTimes): CardTerminal {
  const place = parseTerminalAddress(address);
  const ask = async (request: TerminalRequest, waiting: Partial<Waiting> = {}): Promise<Exchange> =>
    place
      ? exchangeLine(place, request, { ...times, ...waiting })
      : { sent: false, reason: `${address} is no address` };

  return {
    async readiness() {
      const answer = answerIn(await ask({ version, kind: 'hello' }));
      if (answer?.kind !== 'ready') return 'not-reached';
      return answer.busy ? 'busy' : 'ready';
    },
    async sale({ reference, amountBani, language }: Sale, signal: AbortSignal) {
      const sale: TerminalRequest = {
        version,
        kind: 'sale',
        reference,
        amountBani,
        currency: 'RON',
        language,
      };
      return saleOutcome(reference, await ask(sale, { answerMs: times.saleMs, signal }));
    },
    async status(reference): Promise<SaleStatus> {
      const answer = answerIn(await ask({ version, kind: 'status', reference }));
      return answer?.kind === 'outcome' && answer.reference === reference
        ? answer.result
        : { outcome: 'unknown' };
    },
  };
}

function answerIn(exchange: Exchange): TerminalAnswer | null {
  return exchange.sent ? (TerminalAnswer.safeParse(exchange.answer).data ?? null) : null;
}

/** An answer that we do not understand may be that of a terminal that has charged. */
function saleOutcome(reference: string, exchange: Exchange): SaleOutcome {
  if (!exchange.sent) return { outcome: 'not-begun', reason: exchange.reason };
  const answer = answerIn(exchange);
  // a reference that it knows with another amount may have been charged with that: its status tells
  if (answer?.kind === 'problem' && answer.reason !== 'reference-reused')
    return { outcome: 'not-begun', reason: answer.reason };
  if (answer?.kind !== 'outcome' || answer.reference !== reference) return { outcome: 'unknown' };
  const { result } = answer;
  if (result.outcome === 'in-progress') return { outcome: 'unknown' };
  if (result.outcome === 'not-found') return { outcome: 'not-begun', reason: 'given up before it began' };
  return result;
}
