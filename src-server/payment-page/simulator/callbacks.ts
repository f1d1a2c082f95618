import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../clock';
import type { PageCallback } from '../page-protocol';
import { sign, signatureHeader, timestampHeader } from '../signature';

/** `drop`: never sent, as if the network had lost it. `double`: sent twice. */
export const callbackModes = ['once', 'drop', 'double'] as const;
export type CallbackMode = (typeof callbackModes)[number];

export interface CallbackOptions {
  key: string;
  mode: CallbackMode;
  clock: Clock;
  say: (sentence: string) => void;
  firstPauseMs?: number;
}

const mostTries = 8;

/** Tells the server of a payment until it answers with 2xx: at most 8 times, with pauses that double. */
export function callbackSender({ key, mode, clock, say, firstPauseMs = 500 }: CallbackOptions) {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // each callback under way listens

  async function send(url: string, callback: PageCallback): Promise<string> {
    const body = JSON.stringify(callback);
    const timestamp = clock.now();
    const headers = {
      'content-type': 'application/json',
      [timestampHeader]: timestamp,
      [signatureHeader]: sign(key, timestamp, body),
    };
    try {
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(5_000)]);
      const reply = await fetch(url, { method: 'POST', body, headers, signal });
      return reply.ok ? 'taken' : `answered with ${reply.status}`;
    } catch (error) {
      return `not reached (${error instanceof Error ? error.message : 'unknown'})`;
    }
  }

  async function untilTaken(url: string, callback: PageCallback): Promise<void> {
    for (let attempt = 1; attempt <= mostTries && !stopping.signal.aborted; attempt++) {
      const outcome = await send(url, callback);
      say(`${callback.reference}: callback ${callback.state} ${outcome}`);
      if (outcome === 'taken') return;
      const pauseMs = firstPauseMs * 2 ** (attempt - 1);
      await setTimeout(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined); // stopped: the loop ends
    }
  }

  return {
    async tell(url: string, callback: PageCallback): Promise<void> {
      if (mode === 'drop') say(`${callback.reference}: callback ${callback.state} dropped`);
      else await untilTaken(url, callback);
      if (mode === 'double') await untilTaken(url, callback);
    },
    stop: () => stopping.abort(),
  };
}
