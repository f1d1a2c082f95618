import { JournalError } from '../../../shared/journal/journal';
import type { Finding, FindingCode } from '../../../shared/metering/finding';
import type { ReadingFacts } from '../../../shared/metering/reading-facts';
import { wholeIndex } from '../../../shared/metering/reading-facts';
import { severityOf } from '../../../shared/metering/severity';
import type { Submission } from '../../../shared/model/submission';
import type { ReadingEntry, SaveOutcome, SubmissionView } from '../../data/data-api';
import type { Recorder } from '../own/recorder';
import type { Session } from '../sign-in/session';
import { submissionView, viewOf } from '../views/submission-view';
import { judged } from './check-entry';
import { readingSubmission } from './make-submission';
import { type ReadingDesk, readingFactsFor } from './reading-desk';

export interface SavingDesk extends ReadingDesk {
  session: Session;
  recorder: Recorder;
  deviceId: () => string | null;
}

/** Judges an entry and, when nothing stands against it, records it. One after another: see `Recorder.inTurn`. */
export function saveReading(
  desk: SavingDesk,
  entry: ReadingEntry,
  confirmed: FindingCode[],
): Promise<SaveOutcome> {
  return desk.recorder.inTurn(async () => {
    const { staff } = desk.session;
    const deviceId = desk.deviceId();
    if (!staff || !deviceId) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const facts = await readingFactsFor(desk, entry, () => desk.clock.capture());
    const index = wholeIndex(entry.entry);
    if (!facts) return { outcome: 'not-saved', reason: 'account-gone' };
    const against = objection(facts, confirmed);
    if (against) return against;
    if (index === null) return { outcome: 'blocked', findings: [{ code: 'index-not-whole' }] };
    const submission = await readingSubmission({
      entry,
      index,
      confirmed: toConfirm(judged(facts).findings).map(({ code }) => code),
      capture: { capturedAt: facts.capturedAt, clock: facts.clock },
      deviceId,
      deviceSeq: desk.ledger.lastSeq + 1,
      policyVersion: facts.policy.id,
      staff,
    });
    return recorded(desk, submission);
  });
}

const toConfirm = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => severityOf(finding) === 'confirm');

/** What stands against saving: a block, or a question that was not yet answered. */
function objection(facts: ReadingFacts, confirmed: readonly FindingCode[]): SaveOutcome | null {
  const { findings, gate } = judged(facts);
  if (gate === 'blocked') return { outcome: 'blocked', findings };
  const open = toConfirm(findings).some(({ code }) => !confirmed.includes(code));
  return open ? { outcome: 'to-confirm', findings } : null;
}

async function recorded(desk: SavingDesk, submission: Submission): Promise<SaveOutcome> {
  try {
    await desk.recorder.record(submission);
  } catch (error) {
    console.error('a reading could not be saved', error);
    const noSpace = error instanceof JournalError && error.problem === 'no-space';
    return { outcome: 'not-saved', reason: noSpace ? 'no-space' : 'journal-failed' };
  }
  return { outcome: 'saved', submission: await viewOfSaved(desk, submission) };
}

/** It is saved, whatever becomes of its view: where the pulled documents cannot be read, one without them is shown. */
async function viewOfSaved(desk: SavingDesk, submission: Submission): Promise<SubmissionView> {
  return submissionView(desk, submission).catch((error: unknown) => {
    console.error('what was saved is shown without its account', error);
    return viewOf(desk.ledger, { submission, account: null, policies: [] });
  });
}
