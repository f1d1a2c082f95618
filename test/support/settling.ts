import type { Submission } from '../../shared/model/submission';
import { nextSubmissionId } from './submission';
import type { WorldAccount, WorldDevice } from './world';

interface Made {
  device: Pick<WorldDevice, 'id'>;
  capturedAt: string;
  staffId?: string;
}

/** What a supervisor asks for, as a device in step with the server writes it down. */
function supervised({ device, capturedAt, staffId = 'mihai' }: Made, asked: Partial<Submission>): Submission {
  const id = nextSubmissionId();
  return {
    id,
    deviceId: device.id,
    deviceSeq: Number.parseInt(id.slice(-6), 16),
    kind: 'decision',
    payload: {},
    capturedAt,
    clock: { deviceTime: capturedAt, offsetMs: 0, offsetAgeMs: 60_000, restarted: false },
    actor: { kind: 'staff', staffId, displayName: 'Mihai Ban' },
    onBehalfOf: null,
    confirmed: [],
    rulesVersion: 1,
    policyVersion: 'policy-1',
    receiptNumber: 'TEST',
    ...asked,
  };
}

export function decisionOn(
  target: Pick<Submission, 'id'>,
  made: Made & { action: 'accept' | 'set-aside'; note?: string },
): Submission {
  const { action, note = 'verificat pe teren' } = made;
  return supervised(made, { kind: 'decision', payload: { submissionId: target.id, action, note } });
}

export function correctionOf(
  account: Pick<WorldAccount, 'id' | 'meterId'>,
  made: Made & { index: number; period?: string; settles?: string | null },
  changed: Partial<Submission> = {},
): Submission {
  const { index, period = '2026-11', settles = null } = made;
  const { id: accountId, meterId } = account;
  return supervised(made, {
    kind: 'reading-correction',
    payload: { accountId, meterId, period, index, note: 'citit pe teren', settles },
    onBehalfOf: accountId,
    ...changed,
  });
}
