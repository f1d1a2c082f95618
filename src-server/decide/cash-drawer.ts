import { DayClosedPayload, DrawerOpenedPayload } from '../../shared/model/cash-drawer';
import type { Submission } from '../../shared/model/submission';
import { audit } from '../db/schema/audit';
import { type Decide, decisionOf } from './decision';

/** A counter's drawer is opened, its day is closed: kept as it is, for whoever asks later. */
export const decideCashDrawer: Decide = async (tx, { submission, receivedAt }) => {
  const { deviceId, actor, payload } = submission;
  if (actor.kind !== 'staff') return decisionOf([{ code: 'actor-not-allowed' }], submission);
  const told = openedIn(payload) ?? closedIn(submission);
  if (!told) return decisionOf([{ code: 'kind-not-served' }], submission);
  const who = { at: receivedAt, deviceId, actor: actor.staffId, subject: deviceId };
  await tx.insert(audit).values({ ...who, ...told });
  return decisionOf([], submission);
};

function openedIn(payload: Submission['payload']) {
  const opened = DrawerOpenedPayload.safeParse(payload).data;
  if (!opened) return null;
  return { action: 'drawer-opened', detail: { day: opened.day, openingBani: opened.openingBani } };
}

function closedIn({ payload, capturedAt: closedAt }: Submission) {
  const closed = DayClosedPayload.safeParse(payload).data;
  if (!closed) return null;
  const { day, submissions, drawer } = closed;
  const detail = { day, submissions, closedAt, ...(drawer ? { drawer } : {}) };
  return { action: 'day-closed', detail };
}
