import { v7 } from 'uuid';
import type { FindingCode } from '../../../shared/metering/finding';
import { rulesVersion } from '../../../shared/metering/reading-rules';
import type { Staff } from '../../../shared/model/staff';
import type { Submission, SubmissionKind } from '../../../shared/model/submission';
import { receiptNumberOf } from '../../../shared/receipt-number';
import type { Capture } from './reading-desk';

export interface ToRecord {
  kind: SubmissionKind;
  payload: Submission['payload'];
  onBehalfOf: string | null; // account
  confirmed: readonly FindingCode[];
  capture: Capture;
  deviceId: string;
  deviceSeq: number;
  policyVersion: string;
  staff: Staff;
}

/** The submission of something a person of the utility asks for. */
export async function staffSubmission(asked: ToRecord): Promise<Submission> {
  const { capture, staff, kind, payload, onBehalfOf, deviceId, deviceSeq, policyVersion } = asked;
  const id = v7({ msecs: Date.parse(capture.capturedAt) });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
  return {
    id,
    deviceId,
    deviceSeq,
    kind,
    payload,
    capturedAt: capture.capturedAt,
    clock: capture.clock,
    actor: { kind: 'staff', staffId: staff.id, displayName: staff.displayName },
    onBehalfOf,
    confirmed: [...asked.confirmed],
    rulesVersion,
    policyVersion,
    receiptNumber: receiptNumberOf(new Uint8Array(digest)),
  };
}
