import type { Submission } from '../../../shared/model/submission';

/** The `deviceSeq`-th submission of one counter. */
export function submission(deviceSeq: number): Submission {
  return {
    id: `01934f00-0000-7000-8000-${String(deviceSeq).padStart(12, '0')}`,
    deviceId: 'device-1',
    deviceSeq,
    kind: 'reading',
    payload: {
      accountId: 'account-1',
      meterId: 'meter-1',
      index: 1200 + deviceSeq,
      remark: 'ștearsă — țeavă',
    },
    capturedAt: '2026-11-25T08:00:00.000Z',
    clock: { deviceTime: '2026-11-25T08:00:00.000Z', offsetMs: 0, offsetAgeMs: 0, restarted: false },
    actor: { kind: 'staff', staffId: 'staff-1', displayName: 'Maria P.' },
    onBehalfOf: 'account-1',
    confirmed: [],
    rulesVersion: 1,
    policyVersion: 'policy-1',
    receiptNumber: '7F3K2M9QXAB',
  };
}
