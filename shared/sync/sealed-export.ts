import { z } from 'zod';
import { Id, Instant } from '../model/primitives';
import { SubmissionsResponse } from './submissions';

/** The server's public key for sealing, as a JWK: X25519 or P-256, for ECDH-ES. */
export const SealingKey = z.looseObject({ kty: z.string().max(16), kid: z.string().max(64) });
export type SealingKey = z.infer<typeof SealingKey>;

/** What is inside a sealed export: a compact JWE (ECDH-ES, A256GCM) whose protected header carries the key's `kid`. */
export const WaitingExport = z.object({
  format: z.literal('ghiseu-waiting'),
  version: z.literal(1),
  deviceId: Id,
  exportedAt: Instant,
  submissions: z.array(z.unknown()), // as the journal has them
});
export type WaitingExport = z.infer<typeof WaitingExport>;

/** `POST /sync/import-waiting`: a supervisor hands in another device's sealed export. */
export const ImportWaitingRequest = z.object({
  sealed: z.string().max(15_000_000),
  userName: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
});

export const ImportWaitingResponse = SubmissionsResponse.extend({ deviceId: Id });
export type ImportWaitingResponse = z.infer<typeof ImportWaitingResponse>;
