import { eq } from 'drizzle-orm';
import { claimsOf } from '../../shared/billing/allocate';
import { checkPayment } from '../../shared/billing/payment-rules';
import type { Finding } from '../../shared/metering/finding';
import { PaymentPayload } from '../../shared/model/payment';
import type { Submission } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { payments } from '../db/schema/billing';
import { changePayment, enterInBooks } from './account-books';
import { creditOf } from './credits';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import { savePayment, type TakenPayment } from './save-payment';
import type { Target } from './target';

/** Money taken at a counter: it counts, whatever the invoices ask for by now. */
export const decidePayment: Decide = async (tx, arriving, account) => {
  const { submission, receivedAt } = arriving;
  if (submission.actor.kind !== 'staff')
    return keepPayment(tx, arriving, { account, findings: [{ code: 'actor-not-allowed' }] });
  if (!account) return decisionOf([{ code: 'unknown-account' }], submission);
  const judge = (creditBani: number): Decision =>
    decisionOf(checkPayment(factsOf(submission, { receivedAt, creditBani })), submission);
  const { outcome } = judge(0);
  const taken = takenAs(submission, account, outcome === 'accepted');
  const payment = await saveTaken(tx, submission, taken);
  if (!payment.accepted) return judge(0);
  const changes = await enterInBooks(tx, account, payment);
  return { ...judge(await creditOf(tx, submission.id)), changes };
};

/** Money taken by somebody, or somewhere, that may not: it is kept, and counts when a supervisor says so. */
export async function keepPayment(
  tx: Transaction,
  { submission }: Pick<Arriving, 'submission'>,
  { account, findings }: { account: LockedAccount | null; findings: Finding[] },
): Promise<Decision> {
  if (!account) return decisionOf([...findings, { code: 'unknown-account' }], submission);
  await saveTaken(tx, submission, takenAs(submission, account, false));
  return decisionOf(findings, submission);
}

/** Lets a settled payment count, or no longer. Its account is locked. */
export async function recountPayment(
  tx: Transaction,
  { submission: { id }, verdict: { accountId, officeId } }: Target,
  accepted: boolean,
): Promise<Change[]> {
  const [before] = await tx.select().from(payments).where(eq(payments.id, id));
  if (!before || accountId === null) return [];
  return changePayment(tx, { owner: { id: accountId, officeId }, before, change: { accepted } });
}

function factsOf(submission: Submission, arrival: { receivedAt: string; creditBani: number }) {
  const { amountBani, allocations, method, terminalReference } = PaymentPayload.parse(submission.payload);
  const chosen = allocations.map(({ invoiceId: id }) => ({ id, outstandingBani: null }));
  const { capturedAt } = submission;
  return { amountBani, chosen, method, tendered: null, terminalReference, capturedAt, arrival };
}

function takenAs(submission: Submission, account: LockedAccount, accepted: boolean): TakenPayment {
  const { id, payload, capturedAt, deviceId, actor } = submission;
  const { amountBani, method, tenderedBani, terminalReference } = PaymentPayload.parse(payload);
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  const asked = { amountBani, method, tenderedBani, terminalReference };
  return { ...asked, id, accountId: account.id, paidAt: capturedAt, accepted, deviceId, staffId };
}

const saveTaken = (tx: Transaction, submission: Submission, taken: TakenPayment) =>
  savePayment(tx, taken, claimsOf(PaymentPayload.parse(submission.payload)));
