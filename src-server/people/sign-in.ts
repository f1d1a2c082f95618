import { sql } from 'drizzle-orm';
import { Staff } from '../../shared/model/staff';
import type { Db } from '../db/connect';
import { audit } from '../db/schema/audit';
import { staff } from '../db/schema/people';
import { HttpProblem } from '../http/problem';
import type { attempts } from './attempts';
import { passwordMatches } from './passwords';

export interface SignIn {
  userName: string;
  password: string;
  deviceId: string;
  now: string;
  nowMs: number;
}

/** A person's row by user name, in whatever case it is typed. */
export async function staffByName(db: Db, userName: string) {
  const name = userName.toLowerCase();
  const [person] = await db.select().from(staff).where(sql`lower(${staff.userName}) = ${name}`);
  return person;
}

/**
 * Tells who somebody is, and writes down every try.
 * @throws HttpProblem `too-fast` (with how long to wait), `wrong-credentials`, `staff-disabled`
 */
export async function signIn(db: Db, tries: ReturnType<typeof attempts>, request: SignIn): Promise<Staff> {
  const name = request.userName.toLowerCase();
  const retryAfterMs = tries.waitMs(name, request.nowMs);
  if (retryAfterMs > 0) throw new HttpProblem('too-fast', { retryAfterMs });
  tries.wrong(name, request.nowMs); // before the slow hash: tries sent together all count
  const person = await staffByName(db, name);
  const matches = await passwordMatches(request.password, person?.passwordHash ?? null);
  const action = matches ? 'sign-in' : 'sign-in-refused';
  await db.insert(audit).values({
    at: request.now,
    deviceId: request.deviceId,
    actor: name,
    action,
    subject: person?.id ?? name,
  });
  if (!matches || !person) throw new HttpProblem('wrong-credentials');
  tries.right(name);
  if (!person.active) throw new HttpProblem('staff-disabled');
  return Staff.parse(person); // leaves the password hash behind
}
