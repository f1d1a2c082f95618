import { eq } from 'drizzle-orm';
import { periodReadings } from '../../shared/metering/period-reading';
import type { ReadingFacts } from '../../shared/metering/reading-facts';
import { usualBefore } from '../../shared/metering/usual';
import { windowAt } from '../../shared/metering/windows';
import type { PeriodReading } from '../../shared/model/account';
import type { Policy } from '../../shared/model/policy';
import { ReadingPayload } from '../../shared/model/submission';
import { shareBilling } from '../accounts/billing-lock';
import type { Transaction } from '../db/connect';
import { meters } from '../db/schema/accounts';
import { billedPeriods } from '../db/schema/readings';
import { acceptedRevisions } from '../metering/revisions';
import type { Arriving } from './decision';
import type { LockedAccount } from './lock-account';

export interface LockedReadingFacts {
  facts: ReadingFacts;
  accepted: PeriodReading[];
}

/**
 * Everything the reading rules look at, from our own tables, locked until the decision is committed: the account is
 * locked already, its meters follow in the order of their ids. Null when the meter is none of the account's.
 */
export async function lockReadingFacts(
  tx: Transaction,
  arriving: Arriving,
  { account, policy }: { account: LockedAccount; policy: Policy },
): Promise<LockedReadingFacts | null> {
  const { submission } = arriving;
  const { meterId, index } = ReadingPayload.parse(submission.payload);
  const row = (await lockMeters(tx, account.id)).find(({ id }) => id === meterId);
  if (!row) return null;
  const accepted = (await acceptedRevisions(tx, [meterId])).get(meterId) ?? [];
  const standing = periodReadings(accepted);
  const window = windowAt(policy, account.windowGroup, submission.capturedAt);
  const usualM3 = usualBefore(standing, row.digits, window?.period ?? null);
  return {
    accepted,
    facts: {
      entry: index,
      account: pickAccount(account),
      meter: { ...row, status: asMeterStatus(row.status), usualM3 },
      standing,
      policy,
      capturedAt: submission.capturedAt,
      clock: submission.clock,
      byStaff: submission.actor.kind === 'staff',
      arrival: await arrivalOf(tx, arriving),
    },
  };
}

/** An account's meters, locked in the order of their ids; the account is locked already. */
export const lockMeters = (tx: Transaction, accountId: string) =>
  tx.select().from(meters).where(eq(meters.accountId, accountId)).orderBy(meters.id).for('update');

const asMeterStatus = (status: string) => (status === 'removed' ? 'removed' : 'installed');

const pickAccount = ({ status, dwelling, windowGroup }: LockedAccount): ReadingFacts['account'] => ({
  status: status === 'closed' ? 'closed' : 'active',
  dwelling: dwelling === 'apartment' ? 'apartment' : 'house',
  windowGroup,
});

/** How long a request may be on its way while the next index is typed, and how far two clocks in step may differ. */
const contactToleranceMs = 2 * 60_000;

async function arrivalOf(tx: Transaction, { submission, device, receivedAt }: Arriving) {
  await shareBilling(tx);
  const billed = await tx.select({ period: billedPeriods.period }).from(billedPeriods);
  const contactAt = device.lastEmptyOutboxAt;
  const within =
    contactAt !== null && Date.parse(contactAt) - Date.parse(submission.capturedAt) <= contactToleranceMs;
  return {
    receivedAt,
    billedPeriods: billed.map(({ period }) => period),
    previousContactAt: within ? null : contactAt,
  };
}
