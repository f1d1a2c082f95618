import { checkReversal, type ReversalFacts } from '../../../shared/billing/reversal-rules';
import { PaymentReversalPayload } from '../../../shared/model/payment';
import type { ReversalEntry, ReversalOutcome } from '../../data/payment-api';
import { type RecordingDesk, recordFor } from '../own/record-for';
import { timeZoneFor } from '../reading/policies';
import { isOut } from '../reading/standing';
import { ownReversals } from './own-payments';

/** Records that a payment is taken back, when nothing stands against it here. */
export function reversePayment(desk: RecordingDesk, entry: ReversalEntry): Promise<ReversalOutcome> {
  return desk.recorder.inTurn(async () => {
    const { staff } = desk.session;
    if (!staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const asked = PaymentReversalPayload.safeParse(entry).data;
    if (!asked) return { outcome: 'not-saved', reason: 'note-missing' };
    const capture = desk.clock.capture();
    const { accountId, payment } = await knownPayment(desk, asked.paymentId);
    const findings = checkReversal({
      payment,
      bySupervisor: staff.role === 'supervisor',
      capturedAt: capture.capturedAt,
      timeZone: await timeZoneFor(desk.local, capture.capturedAt),
    });
    if (findings.length > 0) return { outcome: 'blocked', findings };
    const onBehalfOf = accountId;
    return recordFor(desk, { kind: 'payment-reversal', payload: asked, onBehalfOf, confirmed: [], capture });
  });
}

/** Another device's by the pulled document; one of our own also before it has come. */
async function knownPayment(
  { local, ledger }: RecordingDesk,
  id: string,
): Promise<{ accountId: string | null; payment: ReversalFacts['payment'] }> {
  const pulled = await local.get('payments', id);
  const own = ledger.get(id);
  const standing = own && !isOut(ledger, id) ? own : null;
  const paidAt = pulled?.paidAt ?? standing?.capturedAt;
  const reversed = (pulled?.reversedAt ?? null) !== null || ownReversals(ledger).has(id);
  return {
    accountId: pulled?.accountId ?? standing?.onBehalfOf ?? null,
    payment: paidAt === undefined ? null : { paidAt, reversed },
  };
}
