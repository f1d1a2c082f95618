import { type ReadingFacts, readingCase } from '../../../shared/metering/reading-facts';
import { nextWindow } from '../../../shared/metering/windows';
import type { PeriodReading } from '../../../shared/model/account';
import type { Policy } from '../../../shared/model/policy';
import { SubmissionId } from '../../../shared/model/primitives';
import type { MeterView } from '../../data/account-view';
import type { OwnLedger } from '../own/own-ledger';
import { receiptNumberFor } from '../reading/make-submission';
import { monthsOf } from '../reading/months';
import type { Capture } from '../reading/reading-desk';
import { judgedMeter, type MeterTruth, standingOf } from '../reading/standing';
import { viewOf } from './submission-view';

export interface MeterContext {
  policy: Policy; // in force now
  policies: readonly Policy[];
  capture: Capture;
  byStaff: boolean;
}

/** One meter as the account screen shows it, this device's own submissions laid over what was pulled. */
export async function meterView(
  ledger: OwnLedger,
  truth: MeterTruth,
  context: MeterContext,
): Promise<MeterView> {
  const { account, history } = truth;
  const { policy, policies, capture, byStaff } = context;
  const standing = standingOf(truth, ledger, policies);
  const meter = judgedMeter(truth, standing, { policy, capturedAt: capture.capturedAt });
  const facts: ReadingFacts = {
    ...{ account, meter, standing, policy, entry: '', byStaff, arrival: null },
    ...capture,
  };
  const { window, previous } = readingCase(facts);
  const current = standing.find(({ period }) => period === window?.period) ?? null;
  const submissions = ledger
    .ofMeter(meter.id)
    .map((submission) => viewOf(ledger, { submission, account, policies }))
    .toReversed();
  return {
    meter,
    months: monthsOf(standing, meter, history?.months ?? []),
    previous,
    window,
    nextWindow: nextWindow(policy, account.windowGroup, capture.capturedAt),
    current,
    currentSubmission: submissions.find(({ id }) => id === current?.submissionId) ?? null,
    currentReceipt: current && (await receiptOf(current)),
    submissions,
  };
}

/** Only what was sent has a number that a counter finds. */
const receiptOf = async ({ submissionId }: PeriodReading): Promise<string | null> =>
  SubmissionId.safeParse(submissionId).success ? receiptNumberFor(submissionId) : null;
