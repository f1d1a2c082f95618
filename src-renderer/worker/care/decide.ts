import { checkDecision } from '../../../shared/metering/decision-rules';
import { DecisionPayload } from '../../../shared/model/decision';
import type { DecisionEntry, SettleOutcome } from '../../data/settling-api';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { knownTarget } from './decision-target';
import { hindrance } from './supervisor';

/** Records a supervisor's decision when nothing stands against it here; the server judges it by the same rules. */
export function decide(desk: RecordingDesk, entry: DecisionEntry): Promise<SettleOutcome> {
  return desk.recorder.inTurn(async () => {
    const hindered = hindrance(desk.session, entry.note);
    if (hindered) return hindered;
    const { action, submissionId } = entry;
    const { accountId, ...known } = await knownTarget(desk, submissionId);
    const findings = checkDecision({ action, bySupervisor: true, ...known });
    if (findings.length > 0) return { outcome: 'blocked', findings };
    return recordFor(desk, {
      kind: 'decision',
      payload: DecisionPayload.parse({ submissionId, action, note: entry.note }),
      onBehalfOf: accountId,
      confirmed: [],
      capture: desk.clock.capture(),
    });
  });
}
