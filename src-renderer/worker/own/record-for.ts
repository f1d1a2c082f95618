import { JournalError } from '../../../shared/journal/journal';
import type { Submission } from '../../../shared/model/submission';
import type { Device } from '../../../shared/sync/device';
import type { NotSavedReason, SubmissionView } from '../../data/data-api';
import { staffSubmission, type ToRecord } from '../reading/make-submission';
import { policyFor } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import type { Session } from '../sign-in/session';
import { submissionView, viewOf } from '../views/submission-view';
import type { Recorder } from './recorder';

/** What recording something that a signed-in person asks for needs. */
export interface RecordingDesk extends ReadingDesk {
  session: Session;
  recorder: Recorder;
  device: () => Device | null;
}

export type Recorded =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'not-saved'; reason: NotSavedReason };

type Asked = Pick<ToRecord, 'kind' | 'payload' | 'onBehalfOf' | 'confirmed' | 'capture'>;

const noPolicyYet = 'none';

/** Writes what the signed-in person asks for into the journal. To be called within `Recorder.inTurn`. */
export async function recordFor(desk: RecordingDesk, asked: Asked): Promise<Recorded> {
  const { staff } = desk.session;
  const deviceId = desk.device()?.id;
  if (!staff || !deviceId) return { outcome: 'not-saved', reason: 'not-signed-in' };
  const policy = await policyFor(desk.local, asked.capture.capturedAt).catch(() => null);
  const submission = await staffSubmission({
    ...asked,
    deviceId,
    deviceSeq: desk.ledger.nextSeq,
    policyVersion: policy?.id ?? noPolicyYet,
    staff,
  });
  try {
    await desk.recorder.record(submission);
  } catch (error) {
    console.error(`a ${asked.kind} could not be saved`, error);
    const noSpace = error instanceof JournalError && error.problem === 'no-space';
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
