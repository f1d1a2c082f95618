import { Submission } from '../../shared/model/submission';
import { payloadSchema } from './payloads';

/** A row of a request: a submission we can work on, or one we can only name. */
export type Row =
  | { sound: true; submission: Submission; content: unknown }
  | { sound: false; id: string | null; content: unknown; reason: string };

/** No form that we have comes near it: what is larger would fill the tables. */
const largestRowBytes = 32 * 1024;

/** Reads one row, which must come from the device that sends it. */
export function parseRow(content: unknown, deviceId: string): Row {
  const malformed = (reason: string): Row => ({ sound: false, id: readableId(content), content, reason });
  if (Buffer.byteLength(JSON.stringify(content)) > largestRowBytes) {
    return malformed(`The submission is larger than ${largestRowBytes} bytes.`);
  }
  const parsed = Submission.safeParse(content);
  if (!parsed.success) return malformed(parsed.error.message);
  const submission = parsed.data;
  if (submission.deviceId !== deviceId) return malformed('The submission names another device.');
  const payload = payloadSchema(submission)?.safeParse(submission.payload);
  if (payload?.error) return malformed(payload.error.message);
  return { sound: true, submission, content };
}

function readableId(content: unknown): string | null {
  if (typeof content !== 'object' || content === null || !('id' in content)) return null;
  return typeof content.id === 'string' && /^[\x21-\x7e]{1,64}$/.test(content.id) ? content.id : null;
}
