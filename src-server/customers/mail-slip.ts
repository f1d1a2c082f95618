import { and, eq } from 'drizzle-orm';
import type { EmailSlipPayload } from '../../shared/model/customer';
import { PaymentPayload } from '../../shared/model/payment';
import { Submission } from '../../shared/model/submission';
import { Verdict } from '../../shared/model/verdict';
import type { Transaction } from '../db/connect';
import { meters } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { payments } from '../db/schema/billing';
import { submissions, verdicts } from '../db/schema/submissions';
import { queueMail } from '../mail/outbox';
import { type MailedSlip, slipMail } from '../mail/slip-mail';
import { languageOf } from '../mail/words';
import { auditActor } from './actor';
import type { Account } from './form';
import { orderSlip } from './order-slip';
import { paidWith } from './paid-with';

interface SlipAsked {
  asked: EmailSlipPayload;
  submission: Submission; // the note that asks for it
  account: Account;
  now: string;
}

/**
 * Mails the slip of something that the same device recorded for the account, or that was paid at it, to the account's own
 * address, once; to nobody where there is no address. @returns false when there is no such thing
 */
export async function mailSlip(
  tx: Transaction,
  { asked, submission, account, now }: SlipAsked,
): Promise<boolean> {
  const { submissionId: orderId } = asked;
  const slip =
    (await slipOf(tx, { asked, submission, account })) ?? (await orderSlip(tx, { orderId, account }));
  if (!slip) return false;
  if (account.email === null || (await wasMailed(tx, asked.submissionId))) return true;
  const mail = slipMail(slip, languageOf(submission.payload));
  await queueMail(tx, { ...mail, accountId: account.id, recipient: account.email, now });
  await tx.insert(audit).values({
    at: now,
    deviceId: submission.deviceId,
    actor: auditActor(submission, account.id),
    action: 'slip-mailed',
    subject: asked.submissionId,
  });
  return true;
}

async function wasMailed(tx: Transaction, submissionId: string): Promise<boolean> {
  const { id, subject, action } = audit;
  const rows = await tx
    .select({ id })
    .from(audit)
    .where(and(eq(subject, submissionId), eq(action, 'slip-mailed')));
  return rows.length > 0;
}

const Told = Verdict.pick({ kind: true, outcome: true, findings: true, summary: true });

async function slipOf(
  tx: Transaction,
  { asked, submission, account }: Omit<SlipAsked, 'now'>,
): Promise<MailedSlip | null> {
  const [row] = await tx
    .select({
      content: submissions.content,
      receiptNumber: submissions.receiptNumber,
      verdict: verdicts,
      reversedAt: payments.reversedAt,
    })
    .from(submissions)
    .innerJoin(verdicts, eq(verdicts.submissionId, submissions.id))
    .leftJoin(payments, eq(payments.id, submissions.id))
    .where(
      and(
        eq(submissions.id, asked.submissionId),
        eq(submissions.deviceId, submission.deviceId),
        eq(verdicts.accountId, account.id),
      ),
    );
  if (!row) return null;
  const { kind, outcome, findings, summary } = Told.parse(row.verdict);
  const { capturedAt, payload } = Submission.parse(row.content);
  const { receiptNumber, reversedAt } = row;
  const reading = summary && { ...summary, serial: await serialOf(tx, summary.meterId) };
  const amountBani = kind === 'payment' ? PaymentPayload.parse(payload).amountBani : null;
  const { clientCode } = account;
  const told = { kind, clientCode, receiptNumber, capturedAt, outcome, findings, reading };
  const paid = amountBani === null ? null : await paidWith(tx, { id: asked.submissionId, amountBani });
  return { ...told, amountBani, paid, reversedAt };
}

async function serialOf(tx: Transaction, meterId: string): Promise<string> {
  const [meter] = await tx.select({ serial: meters.serial }).from(meters).where(eq(meters.id, meterId));
  return meter?.serial ?? '';
}
