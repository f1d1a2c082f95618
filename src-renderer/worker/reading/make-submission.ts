import { v7 } from 'uuid';
import type { FindingCode } from '../../../shared/metering/finding';
import { rulesVersion } from '../../../shared/metering/reading-rules';
import type { Actor, Submission, SubmissionKind } from '../../../shared/model/submission';
import { receiptNumberOf } from '../../../shared/receipt-number';
import type { Capture } from './reading-desk';

export interface ToRecord {
  id: string;
  kind: SubmissionKind;
  payload: Submission['payload'];
  /** The account, when staff acts for a customer. */
  onBehalfOf: string | null;
  confirmed: readonly FindingCode[];
  capture: Capture;
  deviceId: string;
  deviceSeq: number;
  policyVersion: string;
  actor: Actor;
}

/** The id of what is asked at a moment (Instant): made first where the payload names it. */
export const newSubmissionId = (capturedAt: string): string => v7({ msecs: Date.parse(capturedAt) });

/** The submission of something a clerk or a customer asks for. */
export async function makeSubmission(asked: ToRecord): Promise<Submission> {
  const { id, capture, actor, kind, payload, onBehalfOf, deviceId, deviceSeq, policyVersion } = asked;
  return {
    id,
    deviceId,
    deviceSeq,
    kind,
    payload,
    capturedAt: capture.capturedAt,
    clock: capture.clock,
    actor,
    onBehalfOf,
    confirmed: [...asked.confirmed],
    rulesVersion,
    policyVersion,
    receiptNumber: await receiptNumberFor(id),
  };
}

/** It belongs to the id alone: also of what another device made. */
export async function receiptNumberFor(submissionId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(submissionId));
  return receiptNumberOf(new Uint8Array(digest));
}
