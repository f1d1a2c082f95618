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
 * The answers of those that have their verdict, read at once, each by the id and with the hash of what it answers. One that
 * cannot be read is left out: whoever asks for it alone meets the error, and no other row does.
 */
export async function storedAnswers(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { hash: string; answer: SubmissionAnswer }>> {
  if (ids.length === 0) return new Map();
  const stored = await storedOf(db, ids);
  return new Map(
    stored.flatMap(({ id, contentHash, ...verdict }) => {
      const { data } = Answered.safeParse(verdict);
      return data ? [[id, { hash: contentHash, answer: { id, ...data } }] as const] : [];
    }),
  );
}
