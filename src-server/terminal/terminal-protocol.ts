import { z } from 'zod';
import { Bani, Id, Instant, Language } from '../../shared/model/primitives';

/*
 * What the server and a terminal say to each other over TCP: one JSON object a line, one request a connection, one answer
 * to it. A sale's answer comes when its outcome is known; the connection stays open until then.
 *
 *  hello                          → ready {busy}
 *  sale {reference, amountBani}   → outcome | problem
 *  status {reference}             → outcome
 *
 * A terminal answers a sale whose reference it knows with that sale's outcome and charges nothing. It keeps an outcome
 * before it tells it. Asked for the status of a reference that it does not know, it answers `not-found` and keeps that
 * too: a sale of that reference which arrives later is answered `not-found`.
 */
export const terminalVersion = 1;

const version = z.literal(terminalVersion);

export const TerminalRequest = z.discriminatedUnion('kind', [
  z.object({ version, kind: z.literal('hello') }),
  z.object({
    version,
    kind: z.literal('sale'),
    reference: Id,
    amountBani: Bani.positive(),
    currency: z.literal('RON'),
    language: Language,
  }),
  z.object({ version, kind: z.literal('status'), reference: Id }),
]);
export type TerminalRequest = z.infer<typeof TerminalRequest>;

/** What becomes of a sale, as the terminal keeps it. */
export const TerminalOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('approved'),
    authorisation: z.string().min(1).max(64),
    amountBani: Bani.positive(),
    approvedAt: Instant,
  }),
  z.object({ outcome: z.literal('declined'), reason: z.string().max(200) }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('timed-out') }),
  z.object({ outcome: z.literal('not-found') }),
]);
export type TerminalOutcome = z.infer<typeof TerminalOutcome>;

export const TerminalAnswer = z.discriminatedUnion('kind', [
  z.object({ version, kind: z.literal('ready'), busy: z.boolean() }),
  z.object({
    version,
    kind: z.literal('outcome'),
    reference: Id,
    result: z.discriminatedUnion('outcome', [
      ...TerminalOutcome.options,
      z.object({ outcome: z.literal('in-progress') }),
    ]),
  }),
  /** The request was not begun: nothing was charged by it. */
  z.object({
    version,
    kind: z.literal('problem'),
    reason: z.enum(['busy', 'malformed', 'reference-reused']),
  }),
]);
export type TerminalAnswer = z.infer<typeof TerminalAnswer>;
