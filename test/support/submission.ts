import type { Submission } from '../../shared/model/submission';
import type { WorldAccount, WorldDevice } from './world';

let made = 0;

/** A new UUIDv7; ids made later sort later. */
export function nextSubmissionId(): string {
  return `019ab000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;
}

export interface ReadingMade {
  device: Pick<WorldDevice, 'id'>;
  account: Pick<WorldAccount, 'id' | 'meterId'>;
  index: number;
  capturedAt: string;
  /** A person of the utility; null: the customer. */
  staffId?: string | null;
}

/** An index as a device in step with the server writes it down. */
export function readingSubmission(made: ReadingMade, changed: Partial<Submission> = {}): Submission {
  const { device, account, index, capturedAt, staffId = 'ana' } = made;
  const id = nextSubmissionId();
  return {
    id,
    deviceId: device.id,
    deviceSeq: Number.parseInt(id.slice(-6), 16),
    kind: 'reading',
    payload: { accountId: account.id, meterId: account.meterId, index },
    capturedAt,
    clock: { deviceTime: capturedAt, offsetMs: 0, offsetAgeMs: 60_000, restarted: false },
    actor: staffId === null ? { kind: 'customer' } : { kind: 'staff', staffId, displayName: 'Ana Pop' },
    onBehalfOf: staffId === null ? null : account.id,
    confirmed: [],
    rulesVersion: 1,
    policyVersion: 'policy-1',
    receiptNumber: 'TEST',
    ...changed,
  };
}
