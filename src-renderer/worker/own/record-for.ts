import type { Actor, Submission } from '../../../shared/model/submission';
import type { Device } from '../../../shared/sync/device';
import type { NotSavedReason, SubmissionView } from '../../data/submission-view';
import { isWantOfRoom, type JournalRoom } from '../journal/journal-room';
import { makeSubmission, newSubmissionId, type ToRecord } from '../reading/make-submission';
import { policyFor } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import type { Session } from '../sign-in/session';
import type { SentinelKeeper } from '../startup/sentinel-keeper';
import { submissionView, viewOf } from '../views/submission-view';
import type { Recorder } from './recorder';

/** What recording something that somebody asks for needs. */
export interface RecordingDesk extends ReadingDesk {
  session: Session;
  recorder: Recorder;
  sentinel: SentinelKeeper;
  room: JournalRoom;
  device: () => Device | null;
  /** Who asks; null: nobody who may. */
  author: () => Actor | null;
}

export type Recorded =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'not-saved'; reason: NotSavedReason };

type Asked = Pick<ToRecord, 'kind' | 'payload' | 'onBehalfOf' | 'confirmed' | 'capture'> &
  Partial<Pick<ToRecord, 'id'>>; // given where the payload names it

const noPolicyYet = 'none';

/** Writes what the desk's author asks for into the journal. To be called within `Recorder.inTurn`. */
export async function recordFor(desk: RecordingDesk, asked: Asked): Promise<Recorded> {
  const actor = desk.author();
  const deviceId = desk.device()?.id;
  if (!actor || !deviceId) return { outcome: 'not-saved', reason: 'not-signed-in' };
  const policy = await policyFor(desk.local, asked.capture.capturedAt).catch(() => null);
  const submission = await makeSubmission({
    id: newSubmissionId(asked.capture.capturedAt),
    ...asked,
    onBehalfOf: actor.kind === 'staff' ? asked.onBehalfOf : null,
    deviceId,
    deviceSeq: desk.ledger.nextSeq,
    policyVersion: policy?.id ?? noPolicyYet,
    actor,
  });
  try {
    await desk.recorder.record(submission);
    desk.room.found();
  } catch (error) {
    console.error(`a ${asked.kind} could not be saved`, error);
    const noSpace = isWantOfRoom(error);
    if (noSpace) desk.room.refused();
    return { outcome: 'not-saved', reason: noSpace ? 'no-space' : 'journal-failed' };
  }
  return { outcome: 'saved', submission: await viewOfSaved(desk, submission) };
}

/** It is saved, whatever becomes of its view: where the pulled documents cannot be read, one without them is shown. */
async function viewOfSaved(desk: RecordingDesk, submission: Submission): Promise<SubmissionView> {
  return submissionView(desk, submission).catch((error: unknown) => {
    console.error('what was saved is shown without its account', error);
    return viewOf(desk.ledger, { submission, account: null, policies: [] });
  });
}
