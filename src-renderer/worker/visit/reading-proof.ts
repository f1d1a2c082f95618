import type { ReadingProof } from '../../../shared/model/customer';
import type { ReadingPayload } from '../../../shared/model/submission';
import { isSelfService } from '../device/surface';
import type { RecordingDesk } from '../own/record-for';
import { sealed } from './sealed';
import { proofNow } from './session-token';

interface ToProve {
  id: string; // of the submission
  reading: Pick<ReadingPayload, 'accountId' | 'meterId' | 'index'>;
}

/**
 * The payload of an index. A customer's own carries, sealed, what shows that the account is theirs; null where this
 * device has never had the key to seal it to.
 */
export async function withProof(
  desk: RecordingDesk,
  { id, reading }: ToProve,
): Promise<ReadingPayload | null> {
  if (!isSelfService(desk)) return reading;
  const proof = proofNow(desk, reading.accountId);
  const content: ReadingProof | null = proof ? { submissionId: id, proof } : null;
  const sealedProof = content && (await sealed(desk.sentinel, content));
  return sealedProof === null ? null : { ...reading, sealedProof };
}
