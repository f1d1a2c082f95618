import type { z } from 'zod';
import type { Queryable } from '../db/connect';
import { openSealed, UnopenedSeal } from '../sealing/open-sealed';

/**
 * What a device sealed for one submission; null when it is missing, damaged, sealed for another server, or of another
 * submission: who copies a sealed part into a submission of their own proves nothing by it.
 */
export async function openPart<Part extends { submissionId: string }>(
  db: Queryable,
  sealed: string | null | undefined,
  { schema, submissionId }: { schema: z.ZodType<Part>; submissionId: string },
): Promise<Part | null> {
  if (!sealed) return null;
  try {
    const part = schema.safeParse(await openSealed(db, sealed)).data;
    return part?.submissionId === submissionId ? part : null;
  } catch (error) {
    if (error instanceof UnopenedSeal) return null;
    throw error;
  }
}
