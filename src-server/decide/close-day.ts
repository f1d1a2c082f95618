import { DayClosedPayload } from '../../shared/model/cash-drawer';
import { audit } from '../db/schema';
import { type Decide, decisionOf } from './decision';

/** A counter's day is closed: kept as it is, for whoever asks later. Nothing else of a cash drawer is served yet. */
export const decideCashDrawer: Decide = async (tx, { submission, receivedAt }) => {
  const closed = DayClosedPayload.safeParse(submission.payload).data;
  if (!closed) return decisionOf([{ code: 'kind-not-served' }], submission);
  const { deviceId, actor } = submission;
  await tx.insert(audit).values({
    at: receivedAt,
    deviceId,
    actor: actor.kind === 'staff' ? actor.staffId : `device:${deviceId}`,
    action: 'day-closed',
    subject: deviceId,
    detail: { day: closed.day, submissions: closed.submissions, closedAt: submission.capturedAt },
  });
  return decisionOf([], submission);
};
