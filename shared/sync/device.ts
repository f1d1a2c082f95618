import { z } from 'zod';
import { Id, Instant, SubmissionId, Surface } from '../model/primitives';
import { Staff } from '../model/staff';
import { CollectionName } from './collections';
import { Checkpoint } from './pull';
import { SealingKey } from './sealed-export';

export const Office = z.object({ id: Id, name: z.string().max(100) });
export type Office = z.infer<typeof Office>;

/** One enrolled machine as the server knows it. */
export const Device = z.object({
  id: Id,
  name: z.string().max(100),
  surface: Surface,
  offices: z.array(Office).min(1),
});
export type Device = z.infer<typeof Device>;

/** The greatest `deviceSeq` the server has of a device, 0 without any: a machine that replaces a lost one counts on from it. */
const LastSeq = z.int().nonnegative();

export const EnrolRequest = z.object({ code: z.string().trim().min(1).max(64) });

export const EnrolResponse = z.object({
  device: Device,
  token: z.string().min(20).max(200), // a bearer token: goes into a header, never into a URL
  sealingKey: SealingKey,
  lastSeq: LastSeq,
});
export type EnrolResponse = z.infer<typeof EnrolResponse>;

/**
 * `POST /sync/welcome`: a device's greeting, with what shows the server that it was restored to an earlier state: numbers
 * it no longer has, or verdicts it no longer knows of.
 */
export const Greeting = z.object({
  epoch: z.string().max(120).nullable(), // of the device's cache
  checkpoints: z.partialRecord(CollectionName, Checkpoint), // of that cache
  settled: z.array(SubmissionId).max(200), // its latest submissions that have a verdict of that epoch
});
export type Greeting = z.infer<typeof Greeting>;

/** What a self-service device needs of the server, and what stands beside it. */
export const KioskServices = z.object({
  /** Keys the 12-bit hash by which the device tells a mistyped internal code: HMAC-SHA-256, base64url. */
  codeHintKey: z.string().max(100),
  cardTerminal: z.boolean(),
  paymentPage: z.boolean(),
});
export type KioskServices = z.infer<typeof KioskServices>;

/** The answer to a device's greeting at start and after a reconnect. */
export const Welcome = z.object({
  device: Device,
  serverTime: Instant,
  epoch: z.string().max(120), // changes when the server was restored: the device offers everything again
  scopeVersion: z.string().max(120), // changes when the device's offices or surface do
  counts: z.partialRecord(CollectionName, z.int().nonnegative()), // documents in scope, for the progress of a first sync
  sealingKey: SealingKey,
  lastSeq: LastSeq,
  kiosk: KioskServices.nullable(), // null at a counter
});
export type Welcome = z.infer<typeof Welcome>;

export const SignInRequest = z.object({
  userName: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
});

export const SignInResponse = z.object({ staff: Staff, serverTime: Instant });
export type SignInResponse = z.infer<typeof SignInResponse>;
