import type { z } from 'zod';
import type { DeviceParts } from '../device/device-parts';
import type { RecordingDesk } from '../own/record-for';
import { ExchangeError } from '../sync/exchange-error';

/** What the calls of a visit need of the device. */
export interface VisitDesk
  extends RecordingDesk,
    Pick<DeviceParts, 'connection' | 'replications' | 'wrongTries' | 'services' | 'orders' | 'deps'> {}

export interface Question<Reply> {
  path: string;
  body?: unknown; // given: POST
  reply: z.ZodType<Reply>;
  timeoutMs?: number; // how long a person waits for it when this is not said: as long as for a sign-in
}

/** What the server answers, or why it does not. */
export async function asked<Reply>(
  { connection, deps }: Pick<VisitDesk, 'connection' | 'deps'>,
  { timeoutMs = deps.pace.signInTimeoutMs, ...question }: Question<Reply>,
): Promise<Reply | ExchangeError> {
  return connection.exchange({ ...question, timeoutMs }).catch((error: unknown) => {
    if (error instanceof ExchangeError) return error;
    throw error;
  });
}

const shortWaitMs = 5_000;

/** The server has counted too many wrong tries, or too many requests; null: that is not the matter. */
export const lockedBy = ({
  code,
  retryAfterMs,
}: ExchangeError): { outcome: 'locked'; retryAfterMs: number } | null =>
  code === 'too-fast' ? { outcome: 'locked', retryAfterMs: retryAfterMs ?? shortWaitMs } : null;
