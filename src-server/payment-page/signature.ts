import { createHmac, timingSafeEqual } from 'node:crypto';

/*
 * Each message between the server and the provider, in both directions, carries a moment and an HMAC-SHA-256 of moment and
 * body: who does not have the key can neither invent nor change one, and an old one is worth nothing. A try that is
 * made again is signed anew.
 */
export const timestampHeader = 'x-payment-timestamp';
export const signatureHeader = 'x-payment-signature';

/** How far the moment of a message may be from ours, in ms. */
const mostAgeMs = 5 * 60_000;

export interface Signed {
  timestamp: string; // an instant
  signature: string; // hex
  body: string; // as it was sent, byte for byte
}

export function sign(key: string, timestamp: string, body: string): string {
  return createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
}

/** Compared in constant time: how long it takes tells nothing of the right one. */
export function isSigned(key: string, { timestamp, signature, body }: Signed): boolean {
  const right = Buffer.from(sign(key, timestamp, body), 'hex');
  const given = Buffer.from(signature, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}

export const isFresh = (timestamp: string, nowMs: number): boolean =>
  Math.abs(nowMs - Date.parse(timestamp)) <= mostAgeMs; // of no moment at all: NaN, which is not

const mostKept = 10_000;

/** Signatures that were taken already, as long as they could be fresh. Kept by each process: what another one takes again changes nothing. */
export function takenSignatures() {
  const taken = new Map<string, number>();
  return {
    has: (signature: string): boolean => taken.has(signature.toLowerCase()),
    add(signature: string, nowMs: number): void {
      for (const [old, atMs] of taken) {
        if (nowMs - atMs <= 2 * mostAgeMs && taken.size < mostKept) break; // the oldest come first
        taken.delete(old);
      }
      taken.set(signature.toLowerCase(), nowMs);
    },
  };
}
