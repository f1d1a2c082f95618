import { eq } from 'drizzle-orm';
import type { Finding } from '../../shared/metering/finding';
import type { Submission } from '../../shared/model/submission';
import type { Transaction } from '../db/connect';
import { staff } from '../db/schema/people';
import { hadSignedIn } from '../people/signed-in';
import type { Arriving } from './decision';
import type { LockedAccount } from './lock-account';

/**
 * Who is it, and is the account one of this device's? Judged by our tables, never by the device's word: every counter
 * knows everybody's id, so who acts there must also have signed in there.
 */
export async function whoMay(
  tx: Transaction,
  arriving: Arriving,
  account: LockedAccount | null,
): Promise<Finding[]> {
  const { submission, device } = arriving;
  const findings: Finding[] = [];
  const known = submission.actor.kind === 'customer' || (await mayServe(tx, arriving));
  if (!known) findings.push({ code: 'actor-not-allowed' });
  const inScope = account
    ? device.offices.some(({ id }) => id === account.officeId)
    : device.offices.length > 0;
  if (!inScope) findings.push({ code: 'outside-scope' });
  return findings;
}

/**
 * Whether our table says that the one who settles something is a supervisor, at work at a counter. `not-signed-in`: a
 * supervisor of whom we know no sign-in there; a restore may have lost it.
 */
export async function supervisorThere(
  tx: Transaction,
  arriving: Arriving,
): Promise<'signed-in' | 'not-signed-in' | null> {
  if ((await roleThere(tx, arriving)) !== 'supervisor') return null;
  return (await isSignedIn(tx, arriving)) ? 'signed-in' : 'not-signed-in';
}

/** Whether somebody at a counter may do for a customer what a clerk may. */
export async function mayServe(tx: Transaction, arriving: Arriving): Promise<boolean> {
  const role = await roleThere(tx, arriving);
  return (role === 'clerk' || role === 'supervisor') && (await isSignedIn(tx, arriving));
}

/** Whether our table says that somebody is a supervisor, wherever and whenever they act. */
export async function isSupervisor(tx: Transaction, actor: Submission['actor']): Promise<boolean> {
  return actor.kind === 'staff' && (await roleOf(tx, actor.staffId)) === 'supervisor';
}

/** Of somebody who still works for us; null for others, and away from counters. */
async function roleThere(
  tx: Transaction,
  { submission: { actor }, device }: Arriving,
): Promise<string | null> {
  if (actor.kind !== 'staff' || device.surface !== 'counter') return null;
  return roleOf(tx, actor.staffId);
}

async function roleOf(tx: Transaction, staffId: string): Promise<string | null> {
  const [person] = await tx
    .select({ role: staff.role, active: staff.active })
    .from(staff)
    .where(eq(staff.id, staffId));
  return person?.active ? person.role : null;
}

async function isSignedIn(tx: Transaction, arriving: Arriving): Promise<boolean> {
  const { submission, device, policies, receivedAt } = arriving;
  const { actor, capturedAt } = submission;
  if (actor.kind !== 'staff') return false;
  const isAhead = capturedAt > receivedAt; // which is another rule's to refuse
  const at = isAhead ? receivedAt : capturedAt;
  return hadSignedIn(tx, { staffId: actor.staffId, deviceId: device.id, at }, policies);
}
