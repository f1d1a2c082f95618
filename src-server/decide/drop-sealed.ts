import { eq, sql } from 'drizzle-orm';
import type { Submission } from '../../shared/model/submission';
import type { Transaction } from '../db/connect';
import { submissions } from '../db/schema/submissions';

/**
 * What was sealed in a submission is dropped once it is decided: nothing of it can count later. Only what is held keeps
 * it, until a supervisor settles it. The hash of its content stays: a retry is still known by it.
 */
export async function dropSealed(
  tx: Transaction,
  { id, payload: { sealed, sealedProof } }: Pick<Submission, 'id' | 'payload'>,
): Promise<void> {
  if (sealed == null && sealedProof == null) return;
  const { content } = submissions;
  await tx
    .update(submissions)
    .set({
      content: sql`jsonb_set(${content} #- '{payload,sealedProof}', '{payload,sealed}', 'null', false)`,
    })
    .where(eq(submissions.id, id));
}
