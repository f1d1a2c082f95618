import type { PeriodReading } from '../model/account';
import { ReadingCorrectionPayload } from '../model/decision';
import type { Policy } from '../model/policy';
import type { ReadingSource } from '../model/primitives';
import { ReadingPayload, type Submission } from '../model/submission';
import { periodReadings } from './period-reading';
import { policyAt, windowAt } from './windows';

export type Revision = PeriodReading & { meterId: string };

/**
 * The revision a reading or a correction asks for, or null when a reading lies in no window.
 * The same on the device that asks and on the server that decides.
 */
export function revisionOf(
  submission: Submission,
  policies: readonly Policy[],
  windowGroup: string,
): Revision | null {
  if (submission.kind === 'reading-correction') return correctionOf(submission);
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
    source: sourceOf(submission),
  };
}

export const sourceOf = ({ actor }: Pick<Submission, 'actor'>): ReadingSource =>
  actor.kind === 'staff' ? 'clerk' : 'customer';

/** A supervisor's value names its month itself. */
function correctionOf({ payload, capturedAt, id }: Submission): Revision | null {
  const correction = ReadingCorrectionPayload.safeParse(payload).data;
  if (!correction) return null;
  const { meterId, period, index } = correction;
  return { meterId, period, index, capturedAt, submissionId: id, source: 'clerk' };
}

/**
 * What a screen shows: the period's reading over truth and this device's own submissions that were not refused,
 * verdict or not, so that nothing flickers when verdict and document arrive in either order.
 * @param isOut whether an own one was refused or set aside
 */
export function withOwnReadings(
  truth: readonly PeriodReading[],
  own: readonly PeriodReading[],
  isOut: (submissionId: string) => boolean,
): PeriodReading[] {
  return periodReadings([...truth, ...own.filter(({ submissionId }) => !isOut(submissionId))]);
}
