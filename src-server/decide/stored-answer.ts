import { eq, inArray } from 'drizzle-orm';
import { Verdict } from '../../shared/model/verdict';
import type { SubmissionAnswer } from '../../shared/sync/submissions';
import type { Db, Transaction } from '../db/connect';
import { submissions, verdicts } from '../db/schema/submissions';

const Answered = Verdict.pick({ outcome: true, findings: true });

const storedOf = (db: Db | Transaction, ids: readonly string[]) =>
  db
    .select({
      id: submissions.id,
      contentHash: submissions.contentHash,
      outcome: verdicts.outcome,
      findings: verdicts.findings,
    })
    .from(submissions)
    .innerJoin(verdicts, eq(verdicts.submissionId, submissions.id))
    .where(inArray(submissions.id, [...ids]));

/** The answer to a submission we have already: its verdict, or `id-reused` when the content is another one. */
export async function storedAnswer(tx: Transaction, id: string, hash: string): Promise<SubmissionAnswer> {
  const [stored] = await storedOf(tx, [id]);
  if (!stored) throw new Error(`Submission ${id} has no verdict.`);
  if (stored.contentHash !== hash) {
    return { id, outcome: 'not-recorded', findings: [{ code: 'id-reused' }] };
  }
  return { id, ...Answered.parse(stored) };
}

/**
 * The answers of those that have their verdict, by id, read at once. One that is unknown, or whose content is another one,
 * is not among them.
 */
export async function storedAnswers(
  db: Db,
  rows: readonly { id: string; hash: string }[],
): Promise<ReadonlyMap<string, SubmissionAnswer>> {
  if (rows.length === 0) return new Map();
  const hashes = new Map(rows.map(({ id, hash }) => [id, hash]));
  const stored = await storedOf(db, [...hashes.keys()]);
  const same = stored.filter(({ id, contentHash }) => hashes.get(id) === contentHash);
  return new Map(same.map(({ id, ...verdict }) => [id, { id, ...Answered.parse(verdict) }]));
}
