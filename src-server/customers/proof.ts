import type { Finding } from '../../shared/metering/finding';
import { type CustomerProof, ReadingProof } from '../../shared/model/customer';
import { ReadingPayload, type Submission } from '../../shared/model/submission';
import type { Queryable, Transaction } from '../db/connect';
import type { accounts } from '../db/schema/accounts';
import { openPart } from './open-part';
import { sessionProves } from './sessions';
import { judgeTry } from './tries';

type Account = Pick<typeof accounts.$inferSelect, 'id' | 'clientCode' | 'internalCode'>;
type Claim = Pick<Submission, 'deviceId' | 'capturedAt'>;

const unproven: Finding = { code: 'identity-unproven' };
const unknownSession: Finding = { code: 'session-unknown' };

/** Codes as people type them: no space around them counts. */
export const sameCode = (typed: string, code: string): boolean => typed.trim() === code;

/**
 * What stands against codes that came in a submission about an account, in the transaction that decides it. A wrong one is
 * a try like one that is typed before the server's eyes.
 */
export async function checkCodes(
  tx: Transaction,
  { deviceId, account, now }: { deviceId: string; account: Account; now: string },
  isRight: boolean,
): Promise<Finding[]> {
  const word = await judgeTry(tx, { about: `codes:${account.clientCode}`, deviceId, now }, isRight);
  const findings = { right: null, wrong: 'codes-mismatch', locked: 'codes-unchecked' } as const;
  const code = findings[word];
  return code === null ? [] : [{ code }];
}

/** What stands against somebody's word that they signed in, where the codes on an invoice are not enough. */
export async function checkSignedIn(
  db: Queryable,
  proof: CustomerProof | null,
  { claim, account }: { claim: Claim; account: Pick<Account, 'id'> },
): Promise<Finding[]> {
  if (proof?.kind !== 'session') return [unproven];
  const { deviceId, capturedAt: at } = claim;
  const word = await sessionProves(db, { token: proof.token, deviceId, accountId: account.id, at });
  return { proven: [], contradicted: [unproven], unknown: [unknownSession] }[word];
}

/** What stands against a customer's own index before its rules are asked; nothing for one by staff. */
export async function checkReadingProof(
  tx: Transaction,
  { submission, receivedAt: now }: { submission: Submission; receivedAt: string },
  account: Account,
): Promise<Finding[]> {
  if (submission.actor.kind === 'staff') return [];
  const { sealedProof } = ReadingPayload.parse(submission.payload);
  const schema = ReadingProof;
  const proof = (await openPart(tx, sealedProof, { schema, submissionId: submission.id }))?.proof ?? null;
  if (proof?.kind !== 'codes') return checkSignedIn(tx, proof, { claim: submission, account });
  const isRight = sameCode(proof.internalCode, account.internalCode);
  return checkCodes(tx, { deviceId: submission.deviceId, account, now }, isRight);
}
