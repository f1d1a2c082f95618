import { parseReceiptNumber } from '../../../shared/receipt-number';
import { type Receipt, ReceiptResponse } from '../../../shared/sync/receipt';
import { routes } from '../../../shared/sync/routes';
import type { SubmissionView } from '../../data/submission-view';
import type { ReceiptOutcome, ReceiptView } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import { ExchangeError } from '../sync/exchange-error';
import { submissionView } from '../views/submission-view';
import { isServed } from './author';
import { asked, type VisitDesk } from './visit-desk';

/** What a receipt number stands for: what was recorded here is known without the server. */
export async function findReceipt(desk: VisitDesk, typed: string): Promise<ReceiptOutcome> {
  const number = parseReceiptNumber(typed);
  if (number === null) return { outcome: 'mistyped' };
  const own = desk.ledger.all.find(({ receiptNumber }) => receiptNumber === number);
  const found = own ? ownReceipt(await submissionView(desk, own)) : await askedReceipt(desk, number);
  if (!found || found === 'offline') return { outcome: found ?? 'unknown' };
  return isOfVisit(desk, found) ? { outcome: 'found', receipt: found } : { outcome: 'unknown' };
}

/** A kiosk tells of nobody's but who stands there. */
const isOfVisit = (desk: VisitDesk, { accountId }: ReceiptView): boolean =>
  accountId === null ? !isSelfService(desk) : isServed(desk, accountId);

/** Null: the server knows no such number. */
async function askedReceipt(desk: VisitDesk, number: string): Promise<ReceiptView | 'offline' | null> {
  const answer = await asked(desk, { path: routes.receipt(number), reply: ReceiptResponse });
  if (!(answer instanceof ExchangeError)) return answer.receipt && ofServer(answer.receipt);
  return answer.kind === 'refused' && answer.code === 'not-found' ? null : 'offline';
}

const ownReceipt = (view: SubmissionView): ReceiptView => ({
  receiptNumber: view.receiptNumber,
  submissionId: view.id,
  accountId: view.accountId,
  kind: view.kind,
  state: view.state,
  findings: view.findings,
  capturedAt: view.capturedAt,
  period: view.period,
  index: view.index,
  amountBani: view.amountBani,
  deviceName: null,
});

function ofServer({ id, outcome, superseded, ...receipt }: Receipt): ReceiptView {
  const received = superseded ? 'superseded' : 'received';
  return { ...receipt, submissionId: id, state: outcome === 'accepted' ? received : outcome };
}
