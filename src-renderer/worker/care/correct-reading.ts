import { type CorrectionFacts, checkCorrection } from '../../../shared/metering/correction-rules';
import { checkDecision } from '../../../shared/metering/decision-rules';
import type { Finding, FindingCode } from '../../../shared/metering/finding';
import { periodOfDay } from '../../../shared/metering/period';
import { wholeIndex } from '../../../shared/metering/reading-facts';
import { gateOf } from '../../../shared/metering/severity';
import { ReadingCorrectionPayload } from '../../../shared/model/decision';
import { localDay } from '../../../shared/time/local-day';
import type { CorrectionEntry, CorrectionOutcome } from '../../data/settling-api';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { knownPolicies, timeZoneFor } from '../reading/policies';
import { meterTruth } from '../reading/reading-desk';
import { toConfirm } from '../reading/save-reading';
import { standingOf } from '../reading/standing';
import { knownTarget } from './decision-target';
import { hindrance } from './supervisor';

/** Records a supervisor's own value for a month, outside every window too, when nothing stands against it here. */
export function correctReading(
  desk: RecordingDesk,
  entry: CorrectionEntry,
  confirmed: readonly FindingCode[],
): Promise<CorrectionOutcome> {
  return desk.recorder.inTurn(async () => {
    const hindered = hindrance(desk.session, entry.note);
    if (hindered) return hindered;
    const capture = desk.clock.capture();
    const findings = await findingsOn(desk, entry, capture.capturedAt);
    const index = wholeIndex(entry.entry);
    if (gateOf(findings) === 'blocked' || index === null) return { outcome: 'blocked', findings };
    const asked = toConfirm(findings).map(({ code }) => code);
    if (asked.some((code) => !confirmed.includes(code))) return { outcome: 'to-confirm', findings };
    const { entry: _typed, ...named } = entry;
    return recordFor(desk, {
      kind: 'reading-correction',
      payload: ReadingCorrectionPayload.parse({ ...named, index }),
      onBehalfOf: entry.accountId,
      confirmed: asked,
      capture,
    });
  });
}

async function findingsOn(
  desk: RecordingDesk,
  entry: CorrectionEntry,
  capturedAt: string,
): Promise<Finding[]> {
  const facts = await correctionFacts(desk, entry, capturedAt);
  if (!facts) return [{ code: 'unknown-account' }];
  const { settles } = entry;
  const settling =
    settles === null
      ? []
      : checkDecision({ action: 'set-aside', bySupervisor: true, ...(await knownTarget(desk, settles)) });
  // What cannot be settled stops here; on the server the value counts all the same.
  return settling.length > 0 ? [...settling, { code: 'not-decidable' }] : checkCorrection(facts);
}

/** Null when the account or its meter is not here. */
async function correctionFacts(
  { local, ledger }: RecordingDesk,
  { accountId, meterId, entry, period }: CorrectionEntry,
  capturedAt: string,
): Promise<CorrectionFacts | null> {
  const truth = await meterTruth(local, { accountId, meterId });
  if (!truth) return null;
  const recordedIn = periodOfDay(localDay(capturedAt, await timeZoneFor(local, capturedAt)));
  const standing = standingOf(truth, ledger, await knownPolicies(local));
  return { entry, period, recordedIn, meter: truth.meter, standing, capturedAt, arrival: null };
}
