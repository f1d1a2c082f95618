import { eq } from 'drizzle-orm';
import type { Finding } from '../../shared/metering/finding';
import type { Transaction } from '../db/connect';
import { staff } from '../db/schema';
import type { Arriving } from './decision';
import type { LockedAccount } from './lock-account';

/** Who is it, and is the account one of this device's? Judged by our tables, never by the device's word. */
export async function whoMay(
  tx: Transaction,
  { submission, device }: Arriving,
  account: LockedAccount | null,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { actor } = submission;
  const known =
    actor.kind === 'customer' || (device.surface === 'counter' && (await mayServe(tx, actor.staffId)));
  if (!known) findings.push({ code: 'actor-not-allowed' });
  if (account && !device.offices.some(({ id }) => id === account.officeId)) {
    findings.push({ code: 'outside-scope' });
  }
  return findings;
}

/** Whether our table says that the one who settles something is a supervisor, at work at a counter. */
export async function isSupervisor(
  tx: Transaction,
  { submission: { actor }, device }: Arriving,
): Promise<boolean> {
  if (actor.kind !== 'staff' || device.surface !== 'counter') return false;
  const person = await personOf(tx, actor.staffId);
  return person?.active === true && person.role === 'supervisor';
}

async function mayServe(tx: Transaction, staffId: string): Promise<boolean> {
  const person = await personOf(tx, staffId);
  return person?.active === true && (person.role === 'clerk' || person.role === 'supervisor');
}

async function personOf(tx: Transaction, staffId: string) {
  const [person] = await tx
    .select({ role: staff.role, active: staff.active })
    .from(staff)
    .where(eq(staff.id, staffId));
  return person;
}
