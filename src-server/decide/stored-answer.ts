import { eq } from 'drizzle-orm';
import { Verdict } from '../../shared/model/verdict';
import type { SubmissionAnswer } from '../../shared/sync/submissions';
import type { Transaction } from '../db/connect';
import { submissions, verdicts } from '../db/schema/submissions';

const Answered = Verdict.pick({ outcome: true, findings: true });

/** The answer to a submission we have already: its verdict, or `id-reused` when the content is another one. */
export async function storedAnswer(tx: Transaction, id: string, hash: string): Promise<SubmissionAnswer> {
  const [stored] = await tx
    .select({
      contentHash: submissions.contentHash,
      outcome: verdicts.outcome,
      findings: verdicts.findings,
    })
    .from(submissions)
    .innerJoin(verdicts, eq(verdicts.submissionId, submissions.id))
    .where(eq(submissions.id, id));
  if (!stored) throw new Error(`Submission ${id} has no verdict.`);
  if (stored.contentHash !== hash) {
    return { id, outcome: 'not-recorded', findings: [{ code: 'id-reused' }] };
  }
  return { id, ...Answered.parse(stored) };
}
