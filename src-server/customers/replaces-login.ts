import { and, eq, gt } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { audit } from '../db/schema/audit';
import { submissions } from '../db/schema/submissions';
import type { Login } from './end-login';

/**
 * Whether a registration that a clerk made stands in place of a login. What was written last stands, in whatever order it
 * arrives: the login's own form, or the password that its customer chose since.
 */
export async function replacesLogin(
  db: Queryable,
  { capturedAt }: { capturedAt: string },
  login: Login,
): Promise<boolean> {
  const madeAt = await madeAtOf(db, login);
  if (Date.parse(madeAt) > Date.parse(capturedAt)) return false;
  const [changed] = await db
    .select({ id: audit.id })
    .from(audit)
    .where(
      and(
        eq(audit.subject, login.accountId),
        eq(audit.action, 'customer-password-changed'),
        gt(audit.at, capturedAt),
      ),
    )
    .limit(1);
  return changed === undefined;
}

/** When its form was written; of one that was made by no form, when it was made. */
async function madeAtOf(db: Queryable, { submissionId, registeredAt }: Login): Promise<string> {
  const [form] = await db
    .select({ capturedAt: submissions.capturedAt })
    .from(submissions)
    .where(eq(submissions.id, submissionId ?? ''));
  return form?.capturedAt ?? registeredAt;
}
