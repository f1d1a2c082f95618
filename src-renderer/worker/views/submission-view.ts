import { settlingOf } from '../../../shared/metering/decision-rules';
import { revisionOf } from '../../../shared/metering/own-readings';
import type { Account } from '../../../shared/model/account';
import { DayClosedPayload } from '../../../shared/model/cash-drawer';
import { PaymentPayload, PaymentReversalPayload } from '../../../shared/model/payment';
import type { Policy } from '../../../shared/model/policy';
import { ReadingPayload, type Submission } from '../../../shared/model/submission';
import type { Verdict } from '../../../shared/model/verdict';
import type { SubmissionState, SubmissionView } from '../../data/submission-view';
import type { LocalData } from '../db/local-data';
import { openingOf } from '../own/own-day';
import type { OwnLedger } from '../own/own-ledger';
import { isReplacedHere } from '../own/replaced';
import { settledOf } from '../own/settlements';
import { knownPolicies } from '../reading/policies';

export interface Ledgered {
  local: LocalData;
  ledger: OwnLedger;
}

export async function submissionView(from: Ledgered, submission: Submission): Promise<SubmissionView> {
  const [view] = await submissionViews(from, [submission]);
  if (!view) throw new Error('one submission has one view');
  return view;
}

/** Submissions as screens show them, in the order given. */
export async function submissionViews(
  from: Ledgered,
  submissions: readonly Submission[],
): Promise<SubmissionView[]> {
  const accountIds = new Set(submissions.flatMap((submission) => accountIdOf(submission) ?? []));
  const [accounts, policies] = await Promise.all([
    from.local.getMany('accounts', [...accountIds]),
    knownPolicies(from.local),
  ]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return submissions.map((submission) => {
    const account = byId.get(accountIdOf(submission) ?? '') ?? null;
    return viewOf(from.ledger, { submission, account, policies });
  });
}

export interface SubmissionContext {
  submission: Submission;
  account: Account | null;
  policies: readonly Policy[];
}

export function viewOf(
  ledger: OwnLedger,
  { submission, account, policies }: SubmissionContext,
): SubmissionView {
  const verdict = ledger.verdicts.get(submission.id);
  const payload = ReadingPayload.safeParse(submission.payload).data;
  const meter = account?.meters.find(({ id }) => id === payload?.meterId);
  const revision = account ? revisionOf(submission, policies, account.windowGroup) : null;
  const state = stateOf(ledger, submission.id, verdict);
  const replaced = account !== null && isReplacedHere(ledger, submission, { ...account, policies });
  return {
    id: submission.id,
    kind: submission.kind,
    state: state === 'received' && replaced ? 'superseded' : state,
    findings: verdict?.findings ?? ledger.whySetAside(submission.id) ?? [],
    review: verdict?.review ?? false,
    accountId: accountIdOf(submission),
    holderName: account?.holderName ?? null,
    clientCode: account?.clientCode ?? null,
    meterSerial: meter?.serial ?? null,
    period: verdict?.summary?.period ?? revision?.period ?? null,
    index: payload?.index ?? null,
    amountBani: amountOf(ledger, submission),
    ...takenIn(submission),
    ...drawerIn(submission),
    capturedAt: submission.capturedAt,
    receiptNumber: submission.receiptNumber,
    actorName: submission.actor.kind === 'staff' ? submission.actor.displayName : null,
    settled: settledOf(ledger, submission.id, verdict),
    settles: settlesOf(submission),
  };
}

/** A reversal is of what its payment was, where that was made here; of a drawer, what it was opened with or counted at. */
function amountOf(ledger: OwnLedger, submission: Submission): number | null {
  const { kind, payload } = submission;
  if (kind === 'cash-drawer')
    return openingOf(submission) ?? DayClosedPayload.safeParse(payload).data?.drawer?.countedBani ?? null;
  if (kind === 'payment') return PaymentPayload.safeParse(payload).data?.amountBani ?? null;
  if (kind !== 'payment-reversal') return null;
  const paymentId = PaymentReversalPayload.safeParse(payload).data?.paymentId ?? '';
  const payment = ledger.get(paymentId);
  return payment?.kind === 'payment' ? amountOf(ledger, payment) : null;
}

function takenIn({ kind, payload }: Submission): Pick<SubmissionView, 'taken'> {
  const payment = kind === 'payment' ? PaymentPayload.safeParse(payload).data : undefined;
  if (!payment) return {};
  const { tenderedBani, terminalReference } = payment;
  return { taken: { tenderedBani, terminalReference } };
}

function drawerIn({ kind, payload }: Submission): Pick<SubmissionView, 'drawer'> {
  if (kind !== 'cash-drawer') return {};
  return { drawer: payload.event === 'drawer-opened' ? 'opened' : 'closed' };
}

function settlesOf(submission: Submission): SubmissionView['settles'] {
  const settling = settlingOf(submission);
  if (!settling) return null;
  const { submissionId, action, corrected, note } = settling;
  return { submissionId, action: corrected ? 'corrected' : action, note };
}

function stateOf(ledger: OwnLedger, id: string, verdict: Verdict | undefined): SubmissionState {
  if (!verdict) {
    if (ledger.isSetAside(id)) return 'set-aside';
    return ledger.answeredMs(id) === undefined ? 'kept' : 'sent';
  }
  if (verdict.outcome !== 'accepted') return verdict.outcome;
  return verdict.superseded ? 'superseded' : 'received';
}

/** The account that a submission is about. */
export function accountIdOf(submission: Submission): string | null {
  const { accountId } = submission.payload;
  return typeof accountId === 'string' ? accountId : submission.onBehalfOf;
}
