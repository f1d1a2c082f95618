import { z } from 'zod';
import { OrderRecord } from '../journal/order-record';
import { SentinelMark } from '../journal/sentinel';
import { Instant, SubmissionId } from '../model/primitives';
import { Submission } from '../model/submission';

/** The data worker asks, the main process answers, over one message port; `call` pairs them. */
export const JournalRequest = z.discriminatedUnion('do', [
  z.object({ call: z.int(), do: z.literal('load') }),
  z.object({ call: z.int(), do: z.literal('append'), submission: Submission }),
  z.object({ call: z.int(), do: z.literal('append-orders'), orders: z.array(OrderRecord) }),
  z.object({ call: z.int(), do: z.literal('has-room') }),
  z.object({ call: z.int(), do: z.literal('has'), id: SubmissionId }),
  z.object({
    call: z.int(),
    do: z.literal('compact'),
    settled: z.array(SubmissionId),
    before: Instant,
  }),
  z.object({ call: z.int(), do: z.literal('sentinel-read') }),
  z.object({ call: z.int(), do: z.literal('sentinel-write'), mark: SentinelMark }),
]);
export type JournalRequest = z.infer<typeof JournalRequest>;

export const JournalReply = z.discriminatedUnion('done', [
  z.object({
    call: z.int(),
    done: z.literal('load'),
    submissions: z.array(Submission),
    orders: z.array(OrderRecord),
    setAside: z.array(z.string()),
    lastSeq: z.int().nonnegative(),
  }),
  z.object({ call: z.int(), done: z.literal('append') }),
  z.object({ call: z.int(), done: z.literal('append-orders') }),
  z.object({ call: z.int(), done: z.literal('has-room'), room: z.boolean() }),
  z.object({ call: z.int(), done: z.literal('has'), kept: z.boolean() }),
  z.object({
    call: z.int(),
    done: z.literal('compact'),
    kept: z.int().nonnegative(),
    dropped: z.int().nonnegative(),
  }),
  z.object({
    call: z.int(),
    done: z.literal('sentinel-read'),
    mark: z.union([SentinelMark, z.literal('damaged'), z.null()]),
  }),
  z.object({ call: z.int(), done: z.literal('sentinel-write') }),
  z.object({
    call: z.int(),
    done: z.literal('failed'),
    problem: z.enum(['no-space', 'not-in-order', 'failed']),
  }),
]);
export type JournalReply = z.infer<typeof JournalReply>;
