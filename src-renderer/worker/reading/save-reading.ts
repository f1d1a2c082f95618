import type { Finding, FindingCode } from '../../../shared/metering/finding';
import type { ReadingFacts } from '../../../shared/metering/reading-facts';
import { wholeIndex } from '../../../shared/metering/reading-facts';
import { severityOf } from '../../../shared/metering/severity';
import type { ReadingEntry, SaveOutcome } from '../../data/entry-api';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { mayRecordFor } from '../visit/author';
import { withProof } from '../visit/reading-proof';
import { judged } from './check-entry';
import { newSubmissionId } from './make-submission';
import { readingFactsFor } from './reading-desk';

/** Judges an entry and, when nothing stands against it, records it. One after another: see `Recorder.inTurn`. */
export function saveReading(
  desk: RecordingDesk,
  entry: ReadingEntry,
  confirmed: FindingCode[],
): Promise<SaveOutcome> {
  return desk.recorder.inTurn(async () => {
    const { accountId, meterId } = entry;
    if (!mayRecordFor(desk, accountId)) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const facts = await readingFactsFor(desk, entry, () => desk.clock.capture());
    const index = wholeIndex(entry.entry);
    if (!facts) return { outcome: 'not-saved', reason: 'account-gone' };
    const against = objection(facts, confirmed);
    if (against) return against;
    if (index === null) return { outcome: 'blocked', findings: [{ code: 'index-not-whole' }] };
    const id = newSubmissionId(facts.capturedAt);
    const payload = await withProof(desk, { id, reading: { accountId, meterId, index } });
    if (!payload) return { outcome: 'not-saved', reason: 'no-key' };
    return recordFor(desk, {
      id,
      kind: 'reading',
      payload,
      onBehalfOf: accountId,
      confirmed: toConfirm(judged(facts).findings).map(({ code }) => code),
      capture: { capturedAt: facts.capturedAt, clock: facts.clock },
    });
  });
}

export const toConfirm = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => severityOf(finding) === 'confirm');

/** What stands against saving: a block, or a question that was not yet answered. */
function objection(facts: ReadingFacts, confirmed: readonly FindingCode[]): SaveOutcome | null {
  const { findings, gate } = judged(facts);
  if (gate === 'blocked') return { outcome: 'blocked', findings };
  const open = toConfirm(findings).some(({ code }) => !confirmed.includes(code));
  return open ? { outcome: 'to-confirm', findings } : null;
}
