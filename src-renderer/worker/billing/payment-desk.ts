import { dealOut } from '../../../shared/billing/allocate';
import { openOldestFirst } from '../../../shared/billing/oldest-first';
import { changeBani, checkPayment, type PaymentFacts } from '../../../shared/billing/payment-rules';
import { gateOf } from '../../../shared/metering/severity';
import { PaymentPayload } from '../../../shared/model/payment';
import { parseLei } from '../../../shared/text/parse-money';
import type { PaymentCheck, PaymentEntry, PaymentOutcome } from '../../data/payment-api';
import { type RecordingDesk, recordFor } from '../own/record-for';
import type { ReadingDesk } from '../reading/reading-desk';
import { isServed } from '../visit/author';
import { accountMoney } from './account-money';
import { laidOver } from './own-payments';

/** What the rules say to a payment while it is typed. */
export async function checkPaymentEntry(desk: ReadingDesk, entry: PaymentEntry): Promise<PaymentCheck> {
  if (!isServed(desk, entry.accountId)) return notServed;
  return judged(await factsFor(desk, entry, desk.clock.peek().capturedAt));
}

/** Judges a payment and, when nothing stands against it, records it: from then on the money is taken. */
export function savePayment(desk: RecordingDesk, entry: PaymentEntry): Promise<PaymentOutcome> {
  return desk.recorder.inTurn(async () => {
    if (!desk.session.staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
    const capture = desk.clock.capture();
    const facts = await factsFor(desk, entry, capture.capturedAt);
    const { findings, gate } = judged(facts);
    if (gate === 'blocked' || facts.amountBani === null) return { outcome: 'blocked', findings };
    return recordFor(desk, {
      kind: 'payment',
      payload: payloadOf(facts, entry.accountId, facts.amountBani),
      onBehalfOf: entry.accountId,
      confirmed: [],
      capture,
    });
  });
}

/** A kiosk says nothing of what others owe. */
const notServed: PaymentCheck = {
  findings: [{ code: 'unknown-account' }],
  gate: 'blocked',
  amountBani: null,
  changeBani: null,
};

function judged(facts: PaymentFacts): PaymentCheck {
  const findings = checkPayment(facts);
  const { amountBani } = facts;
  return { findings, gate: gateOf(findings), amountBani, changeBani: changeBani(facts) };
}

async function factsFor(desk: ReadingDesk, entry: PaymentEntry, capturedAt: string): Promise<PaymentFacts> {
  const open = openOldestFirst(laidOver(desk.ledger, await accountMoney(desk, entry.accountId)));
  const known = open.filter(({ id }) => entry.invoiceIds.includes(id));
  const unknown = entry.invoiceIds.filter((id) => !open.some((invoice) => invoice.id === id));
  const { method, tendered, terminalReference } = entry;
  return {
    amountBani: parseLei(entry.amount),
    chosen: [...known, ...unknown.map((id) => ({ id, outstandingBani: null }))],
    method,
    tendered: tendered.trim() === '' ? null : { bani: parseLei(tendered) },
    terminalReference: terminalReference.trim(),
    capturedAt,
    arrival: null,
  };
}

/** The oldest of the chosen invoices are paid first. */
function payloadOf(facts: PaymentFacts, accountId: string, amountBani: number): PaymentPayload {
  const { method, chosen, tendered, terminalReference } = facts;
  const invoices = chosen.map(({ id, outstandingBani }) => ({ id, outstandingBani: outstandingBani ?? 0 }));
  const cash = method === 'cash';
  return PaymentPayload.parse({
    accountId,
    allocations: dealOut(amountBani, invoices),
    amountBani,
    method,
    tenderedBani: cash ? (tendered?.bani ?? null) : null,
    terminalReference: cash ? null : terminalReference,
  });
}
