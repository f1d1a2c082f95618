import { eq } from 'drizzle-orm';
import type { Finding } from '../../shared/metering/finding';
import { notCapturedAhead } from '../../shared/metering/reading-rules';
import { severityOf } from '../../shared/metering/severity';
import type { Submission, SubmissionKind } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import { judgeContactChange } from '../customers/contact-change';
import type { FormCase, JudgedForm, JudgeForm } from '../customers/form';
import { judgeRegistration } from '../customers/registration';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import type { Target } from './target';

/* Forms of which the personal part is sealed. It is opened to decide, and dropped as soon as that is done. */
const judges: Partial<Record<SubmissionKind, JudgeForm>> = {
  registration: judgeRegistration,
  'contact-change': judgeContactChange,
};

export const isForm = (kind: SubmissionKind): boolean => judges[kind] !== undefined;

export const decideForm: Decide = (tx, arriving, account) =>
  decideFormWith(tx, arriving, { account, findings: [] });

/** @param about.findings what stands against its author or its office: held for that, if nothing else does */
export async function decideFormWith(
  tx: Transaction,
  { submission, receivedAt }: Pick<Arriving, 'submission' | 'receivedAt'>,
  about: { account: LockedAccount | null; findings: Finding[] },
): Promise<Decision> {
  const { account } = about;
  const countsTries = submission.actor.kind === 'customer' || about.findings.length > 0;
  const judged = account ? await judge(tx, { submission, account, receivedAt, countsTries }) : ofNobody;
  const decision = decisionOf([...about.findings, ...judged.findings], submission);
  if (decision.outcome !== 'accepted' || !judged.carryOut) return decision;
  return { ...decision, ...(await judged.carryOut(receivedAt)) };
}

const ofNobody: JudgedForm = { findings: [{ code: 'unknown-account' }], carryOut: null };

async function judge(tx: Transaction, form: FormCase): Promise<JudgedForm> {
  const { submission, receivedAt } = form;
  const judged = await judges[submission.kind]?.(tx, form);
  if (!judged) throw new Error(`A ${submission.kind} is no form.`);
  const ahead = notCapturedAhead({ capturedAt: submission.capturedAt, arrival: { receivedAt } });
  return { ...judged, findings: [...judged.findings, ...(ahead ? [ahead] : [])] };
}

/** Whether a form was decided for good: what it asked for is not here any more. */
export const isEmptied = ({ kind, payload }: Submission): boolean => isForm(kind) && payload.sealed === null;

/**
 * What stands against letting a held form count now; nothing for what is no form. What it is held for is what the
 * supervisor decides about.
 */
export async function checkHeldForm(tx: Transaction, target: Target): Promise<Finding[]> {
  if (!isForm(target.submission.kind)) return [];
  const { findings } = await judgeHeld(tx, target);
  return findings.filter((finding) => severityOf(finding) === 'block');
}

async function judgeHeld(tx: Transaction, { submission, verdict, receivedAt }: Target): Promise<JudgedForm> {
  const [account] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.id, verdict.accountId ?? ''));
  return account ? judge(tx, { submission, account, receivedAt, countsTries: false }) : ofNobody;
}

/** Lets a settled form count, once: what it asked for is dropped then. Its account is locked. */
export async function recountForm(
  tx: Transaction,
  target: Target,
  { accepted, now }: { accepted: boolean; now: string },
): Promise<Change[]> {
  const judged = accepted ? await judgeHeld(tx, target) : null;
  return judged?.carryOut ? (await judged.carryOut(now)).changes : [];
}
