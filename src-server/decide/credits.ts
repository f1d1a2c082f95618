import { eq, inArray, sql } from 'drizzle-orm';
import type { Finding } from '../../shared/metering/finding';
import { Verdict } from '../../shared/model/verdict';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { payments } from '../db/schema/billing';
import { verdicts } from '../db/schema/submissions';
import { verdictChanges } from './superseded';

const creditSql = sql<string>`case when ${payments.accepted} and ${payments.reversedAt} is null then
  ${payments.amountBani} - (select coalesce(sum(a.amount_bani), 0) from payment_allocations a where a.payment_id = ${payments.id})
  else 0 end`;

/** What of a payment pays no invoice, in bani; 0 for one that does not count. */
export async function creditOf(tx: Transaction, paymentId: string): Promise<number> {
  const [row] = await tx.select({ credit: creditSql }).from(payments).where(eq(payments.id, paymentId));
  return Number(row?.credit ?? 0);
}

/** Makes the verdicts on payments say what of each is a credit now. @returns the verdicts that changed */
export async function refreshCredits(tx: Transaction, paymentIds: readonly string[]): Promise<Change[]> {
  const { submissionId: id, deviceId, officeId, findings } = verdicts;
  const rows = await tx
    .select({ id, deviceId, officeId, findings, credit: creditSql })
    .from(verdicts)
    .innerJoin(payments, eq(payments.id, id))
    .where(inArray(id, [...paymentIds]));
  const changes: Change[] = [];
  for (const row of rows) {
    const told = Verdict.shape.findings.parse(row.findings);
    const now = withCredit(told, Number(row.credit));
    if (JSON.stringify(now) === JSON.stringify(told)) continue;
    await tx.update(verdicts).set({ findings: now }).where(eq(id, row.id));
    changes.push(...verdictChanges(row));
  }
  return changes;
}

const withCredit = (findings: readonly Finding[], creditBani: number): Finding[] => [
  ...findings.filter(({ code }) => code !== 'payment-credit'),
  ...(creditBani > 0 ? [{ code: 'payment-credit' as const, creditBani }] : []),
];
