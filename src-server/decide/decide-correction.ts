import { checkCorrection } from '../../shared/metering/correction-rules';
import { settlingOf } from '../../shared/metering/decision-rules';
import type { Finding } from '../../shared/metering/finding';
import { type Revision, revisionOf } from '../../shared/metering/own-readings';
import { periodOfDay } from '../../shared/metering/period';
import { periodReadings } from '../../shared/metering/period-reading';
import { policyAt } from '../../shared/metering/windows';
import type { PeriodReading } from '../../shared/model/account';
import { localDay } from '../../shared/time/local-day';
import { shareBilling } from '../accounts/billing-lock';
import type { Transaction } from '../db/connect';
import { acceptedRevisions } from '../metering/revisions';
import { refusedFor, settleWith } from './decide-decision';
import { countIn, summaryOf } from './decide-reading';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import { lockMeters } from './reading-facts';
import { saveRevision } from './save-revision';
import { supervisorThere } from './who-may';

type LockedMeter = Awaited<ReturnType<typeof lockMeters>>[number];

/** A supervisor's own value for a month: also outside every window, and for a month that was billed. */
export const decideCorrection: Decide = async (tx, arriving, account) => {
  const { submission, device, policies } = arriving;
  const refused = (finding: Finding) => refusedFor(arriving, finding);
  const supervisor = await supervisorThere(tx, arriving);
  if (!supervisor) return refused({ code: 'actor-not-allowed' });
  if (!account) return refused({ code: 'unknown-account' });
  if (!device.offices.some(({ id }) => id === account.officeId)) return refused({ code: 'outside-scope' });
  const revision = revisionOf(submission, policies, account.windowGroup);
  const meter = (await lockMeters(tx, account.id)).find(({ id }) => id === revision?.meterId);
  if (!meter || !revision) return refused({ code: 'unknown-meter' });

  await shareBilling(tx); // no month is marked as billed between its old value and its new one
  const before = (await acceptedRevisions(tx, [meter.id])).get(meter.id) ?? [];
  const unsure: Finding[] = supervisor === 'signed-in' ? [] : [{ code: 'actor-not-allowed' }];
  const findings = [...unsure, ...findingsOn(arriving, { revision, meter, before })];
  const decision = { ...decisionOf(findings, submission), summary: summaryOf(revision) };
  const accepted = decision.outcome === 'accepted';
  await saveRevision(tx, { submission, revision, accepted, recordedAt: arriving.receivedAt });
  if (!accepted) return decision;
  const { settling, ...rest } = await counted(tx, arriving, { account, revision, before });
  return { ...decision, ...rest, findings: [...findings, ...settling] };
};

function findingsOn(
  { submission, policies, receivedAt }: Arriving,
  { revision, meter, before }: { revision: Revision; meter: LockedMeter; before: PeriodReading[] },
): Finding[] {
  const { capturedAt } = submission;
  const timeZone = policyAt(policies, capturedAt)?.timeZone ?? 'UTC';
  return checkCorrection({
    entry: revision.index,
    period: revision.period,
    recordedIn: periodOfDay(localDay(capturedAt, timeZone)),
    meter,
    standing: periodReadings(before),
    capturedAt,
    arrival: { receivedAt },
  });
}

/**
 * It counts in any case; what it is sent instead of is set aside where that can be. Else `settling` says why not, so that
 * nobody takes the case for dealt with.
 */
async function counted(
  tx: Transaction,
  arriving: Arriving,
  { account, revision, before }: { account: LockedAccount; revision: Revision; before: PeriodReading[] },
): Promise<Pick<Decision, 'superseded' | 'changes' | 'waitsFor'> & { settling: Finding[] }> {
  const own = await countIn(tx, { account, revision, before });
  const settling = settlingOf(arriving.submission);
  if (!settling) return { ...own, waitsFor: null, settling: [] };
  const { findings, changes, waitsFor } = await settleWith(tx, arriving, { settling, account });
  const standing = (await acceptedRevisions(tx, [revision.meterId])).get(revision.meterId) ?? [];
  const stands = periodReadings(standing).some(({ submissionId }) => submissionId === revision.submissionId);
  const told = waitsFor === null ? findings : []; // what has not arrived may still be settled
  return { superseded: !stands, waitsFor, changes: [...own.changes, ...changes], settling: told };
}
