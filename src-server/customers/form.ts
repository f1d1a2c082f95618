import type { Finding } from '../../shared/metering/finding';
import type { Submission } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import { officeScope } from '../changes/scopes';
import type { Transaction } from '../db/connect';
import type { accounts } from '../db/schema/accounts';

export type Account = typeof accounts.$inferSelect;

/** A form whose personal part is sealed, as it stands before us; its account is locked. */
export interface FormCase {
  submission: Submission;
  account: Account;
  receivedAt: string;
  /** Whether a wrong code in it is a try: not in what a clerk of ours sends, nor in what a supervisor decides about. */
  countsTries: boolean;
}

/** What is done when it counts. */
export interface FormEffect {
  changes: Change[];
  superseded: boolean; // a later form had changed the same already
}

export interface JudgedForm {
  findings: Finding[];
  /** Null when it could not be read: there is nothing to carry out. */
  carryOut: ((now: string) => Promise<FormEffect>) | null;
}

export type JudgeForm = (tx: Transaction, form: FormCase) => Promise<JudgedForm>;

export const accountChanged = ({ id, officeId }: Pick<Account, 'id' | 'officeId'>): Change[] => [
  { scope: officeScope(officeId), collection: 'accounts', documentId: id },
];
