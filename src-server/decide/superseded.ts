import { and, eq, sql } from 'drizzle-orm';
import { periodReadings } from '../../shared/metering/period-reading';
import type { PeriodReading } from '../../shared/model/account';
import type { Change } from '../changes/record-changes';
import { deviceScope, officeScope } from '../changes/scopes';
import type { Transaction } from '../db/connect';
import { verdicts } from '../db/schema/submissions';

interface Month {
  meterId: string;
  period: string;
}

/**
 * Makes the verdicts on a month's accepted readings say which of them another one outranks. The meter's account is locked.
 * @param accepted the meter's accepted revisions, as they are after the change
 * @returns the verdicts that changed
 */
export async function refreshSuperseded(
  tx: Transaction,
  { meterId, period }: Month,
  accepted: readonly PeriodReading[],
): Promise<Change[]> {
  const ofMonth = accepted.filter((revision) => revision.period === period);
  const standing = periodReadings(ofMonth)[0]?.submissionId;
  if (standing === undefined) return [];
  const { rows } = await tx.execute<{ id: string; deviceId: string; officeId: string }>(sql`
    update verdicts v set superseded = (v.submission_id <> ${standing})
    from reading_revisions r
    where r.meter_id = ${meterId} and r.period = ${period} and r.accepted and r.id = v.submission_id
      and v.superseded <> (v.submission_id <> ${standing})
    returning v.submission_id as id, v.device_id as "deviceId", v.office_id as "officeId"`);
  return rows.flatMap(verdictChanges);
}

/** What was accepted stands no more: another has been, or it was ended. @returns its verdict, where it has one */
export async function outrank(tx: Transaction, submissionId: string): Promise<Change[]> {
  const rows = await tx
    .update(verdicts)
    .set({ superseded: true })
    .where(and(eq(verdicts.submissionId, submissionId), eq(verdicts.superseded, false)))
    .returning({ id: verdicts.submissionId, deviceId: verdicts.deviceId, officeId: verdicts.officeId });
  return rows.flatMap(verdictChanges);
}

/** A verdict is its device's and its office's. */
export const verdictChanges = ({
  id,
  deviceId,
  officeId,
}: {
  id: string;
  deviceId: string;
  officeId: string;
}): Change[] =>
  [officeScope(officeId), deviceScope(deviceId)].map((scope) => ({
    scope,
    collection: 'verdicts',
    documentId: id,
  }));
