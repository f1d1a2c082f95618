import type { PeriodReading } from '../model/account';
import type { Policy } from '../model/policy';
import { ReadingPayload, type Submission } from '../model/submission';
import type { Verdict } from '../model/verdict';
import { periodReadings } from './period-reading';
import { policyAt, windowAt } from './windows';

/**
 * The revision a reading submission asks for, or null when it lies in no window.
 * The same on the device that asks and on the server that decides.
 */
export function revisionOf(
  submission: Submission,
  policies: readonly Policy[],
  windowGroup: string,
): (PeriodReading & { meterId: string }) | null {
  const payload = ReadingPayload.safeParse(submission.payload);
  const policy = policyAt(policies, submission.capturedAt);
  if (submission.kind !== 'reading' || !payload.success || !policy) return null;
  const window = windowAt(policy, windowGroup, submission.capturedAt);
  if (!window) return null;
  return {
    meterId: payload.data.meterId,
    period: window.period,
    index: payload.data.index,
    capturedAt: submission.capturedAt,
    submissionId: submission.id,
    source: submission.actor.kind === 'staff' ? 'clerk' : 'customer',
  };
}

/**
 * What a screen shows: the period's reading over truth and this device's own submissions that were not refused,
 * verdict or not, so that nothing flickers when verdict and document arrive in either order.
 */
export function withOwnReadings(
  truth: readonly PeriodReading[],
  own: readonly PeriodReading[],
  verdicts: ReadonlyMap<string, Pick<Verdict, 'outcome'>>,
): PeriodReading[] {
  const standingOwn = own.filter(({ submissionId }) => verdicts.get(submissionId)?.outcome !== 'refused');
  return periodReadings([...truth, ...standingOwn]);
}
