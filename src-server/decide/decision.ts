import type { Finding } from '../../shared/metering/finding';
import { outcomeOf } from '../../shared/metering/severity';
import type { Policy } from '../../shared/model/policy';
import type { Submission } from '../../shared/model/submission';
import type { Outcome, Verdict } from '../../shared/model/verdict';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import type { CallingDevice } from '../devices/calling-device';
import type { LockedAccount } from './lock-account';

/** What a decision may look at besides the tables. */
export interface Arriving {
  submission: Submission;
  device: CallingDevice;
  policies: readonly Policy[];
  receivedAt: string;
}

export interface Decision {
  outcome: Outcome;
  findings: Finding[];
  review: boolean;
  superseded: boolean;
  summary: Verdict['summary'];
  /** The submission it settles, when that has not arrived. */
  waitsFor: string | null;
  /** What else devices hold that this decision changed. */
  changes: Change[];
}

/** Decides one kind of submission inside the transaction that claimed it. */
export type Decide = (
  tx: Transaction,
  arriving: Arriving,
  account: LockedAccount | null,
) => Promise<Decision>;

const nothingElse = { superseded: false, summary: null, waitsFor: null, changes: [] };

export function decisionOf(findings: Finding[], { confirmed }: Pick<Submission, 'confirmed'>): Decision {
  return { ...outcomeOf(findings, confirmed), findings, ...nothingElse };
}
