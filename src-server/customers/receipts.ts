import { desc, eq } from 'drizzle-orm';
import { PaymentPayload } from '../../shared/model/payment';
import { Submission } from '../../shared/model/submission';
import { Receipt } from '../../shared/sync/receipt';
import type { Queryable } from '../db/connect';
import { devices } from '../db/schema/devices';
import { submissions, verdicts } from '../db/schema/submissions';
import { orderReceipt } from '../orders/order-receipt';

/** What a receipt number stands for, at whichever office it was given out; null: nothing. */
export async function receiptByNumber(db: Queryable, receiptNumber: string): Promise<Receipt | null> {
  const [row] = await db
    .select({ content: submissions.content, verdict: verdicts, deviceName: devices.name })
    .from(submissions)
    .innerJoin(verdicts, eq(verdicts.submissionId, submissions.id))
    .innerJoin(devices, eq(devices.id, submissions.deviceId))
    .where(eq(submissions.receiptNumber, receiptNumber))
    .orderBy(desc(submissions.capturedAt))
    .limit(1);
  if (!row) return orderReceipt(db, receiptNumber);
  const { verdict, deviceName } = row;
  const { id, kind, capturedAt, payload } = Submission.parse(row.content);
  const { outcome, findings, superseded, accountId } = verdict;
  const summary = Receipt.pick({ period: true, index: true }).safeParse(verdict.summary).data;
  return Receipt.parse({
    receiptNumber,
    id,
    kind,
    accountId,
    capturedAt,
    outcome,
    findings,
    superseded,
    period: summary?.period ?? null,
    index: summary?.index ?? null,
    amountBani: kind === 'payment' ? PaymentPayload.parse(payload).amountBani : null,
    deviceName,
  });
}
