import { eq } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { staff } from '../db/schema/people';
import { HttpProblem } from '../http/problem';
import { readPolicies } from '../policy/read-policies';
import { type AtWork, hadSignedIn } from './signed-in';

/**
 * A supervisor at work at a device, by our tables and never by the device's word: it names its session's person, and
 * every counter knows everybody's id.
 * @throws HttpProblem `not-a-supervisor`, `not-signed-in`
 */
export async function demandSupervisorAt(db: Queryable, at: AtWork): Promise<void> {
  const [person] = await db
    .select({ role: staff.role, active: staff.active })
    .from(staff)
    .where(eq(staff.id, at.staffId));
  if (!person?.active || person.role !== 'supervisor') throw new HttpProblem('not-a-supervisor');
  if (!(await hadSignedIn(db, at, await readPolicies(db)))) throw new HttpProblem('not-signed-in');
}
