import type { Finding } from '../../shared/metering/finding';
import { type CustomerProof, ReadingProof } from '../../shared/model/customer';
import { ReadingPayload, type Submission } from '../../shared/model/submission';
import type { Queryable } from '../db/connect';
import type { accounts } from '../db/schema';
import { openPart } from './open-part';
import { sessionProves } from './sessions';

type Account = Pick<typeof accounts.$inferSelect, 'id' | 'internalCode'>;
export type Claim = Pick<Submission, 'id' | 'deviceId' | 'capturedAt'>;

const unproven: Finding = { code: 'identity-unproven' };
const unknownSession: Finding = { code: 'session-unknown' };

/** Codes as people type them: no space around them counts. */
export const sameCode = (typed: string, code: string): boolean => typed.trim() === code;

/** What stands against somebody's word that an account is theirs. Null: they showed nothing that can be read. */
export async function checkProof(
  db: Queryable,
  proof: CustomerProof | null,
  { claim, account }: { claim: Claim; account: Account },
): Promise<Finding[]> {
  if (proof === null) return [unproven];
  if (proof.kind === 'codes')
    return sameCode(proof.internalCode, account.internalCode) ? [] : [{ code: 'codes-mismatch' }];
  return checkSignedIn(db, proof, { claim, account });
}

/** As `checkProof`, where the codes on an invoice are not enough. */
export async function checkSignedIn(
  db: Queryable,
  proof: CustomerProof | null,
  { claim, account }: { claim: Claim; account: Account },
): Promise<Finding[]> {
  if (proof?.kind !== 'session') return [unproven];
  const { deviceId, capturedAt: at } = claim;
  const word = await sessionProves(db, { token: proof.token, deviceId, accountId: account.id, at });
  return { proven: [], contradicted: [unproven], unknown: [unknownSession] }[word];
}

/** What stands against a customer's own index before its rules are asked; nothing for one by staff. */
export async function checkReadingProof(
  db: Queryable,
  submission: Submission,
  account: Account,
): Promise<Finding[]> {
  if (submission.actor.kind === 'staff') return [];
  const { sealedProof } = ReadingPayload.parse(submission.payload);
  const schema = ReadingProof;
  const opened = await openPart(db, sealedProof, { schema, submissionId: submission.id });
  return checkProof(db, opened?.proof ?? null, { claim: submission, account });
}
