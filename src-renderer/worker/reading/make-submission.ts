import { v7 } from 'uuid';
import type { FindingCode } from '../../../shared/metering/finding';
import { rulesVersion } from '../../../shared/metering/reading-rules';
import type { Staff } from '../../../shared/model/staff';
import type { Submission } from '../../../shared/model/submission';
import { receiptNumberOf } from '../../../shared/receipt-number';
import type { ReadingEntry } from '../../data/data-api';
import type { Capture } from './reading-desk';

export interface ReadingToRecord {
  entry: ReadingEntry;
  index: number;
  confirmed: readonly FindingCode[];
  capture: Capture;
  deviceId: string;
  deviceSeq: number;
  policyVersion: string;
  staff: Staff;
}

/** The submission of a clerk's reading. */
export async function readingSubmission(reading: ReadingToRecord): Promise<Submission> {
  const { entry, index, capture, staff } = reading;
  const id = v7({ msecs: Date.parse(capture.capturedAt) });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
  return {
    id,
    deviceId: reading.deviceId,
    deviceSeq: reading.deviceSeq,
    kind: 'reading',
    payload: { accountId: entry.accountId, meterId: entry.meterId, index },
    capturedAt: capture.capturedAt,
    clock: capture.clock,
    actor: { kind: 'staff', staffId: staff.id, displayName: staff.displayName },
    onBehalfOf: entry.accountId,
    confirmed: [...reading.confirmed],
    rulesVersion,
    policyVersion: reading.policyVersion,
    receiptNumber: receiptNumberOf(new Uint8Array(digest)),
  };
}
