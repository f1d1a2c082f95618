import { DecisionPayload, ReadingCorrectionPayload } from '../model/decision';
import type { Submission, SubmissionKind } from '../model/submission';
import type { Outcome, Verdict } from '../model/verdict';
import type { Finding, FindingCode } from './finding';

export type SettlingAction = DecisionPayload['action'];

/** What a decision, or a correction sent instead of something, does to another submission. */
export interface Settling {
  submissionId: string;
  action: SettlingAction;
  corrected: boolean; // set aside because a supervisor's own value takes its place
  note: string;
}

/** Null for what settles nothing. The same on the device that records it and on the server that applies it. */
export function settlingOf({ kind, payload }: Pick<Submission, 'kind' | 'payload'>): Settling | null {
  if (kind === 'decision') {
    const decision = DecisionPayload.safeParse(payload).data;
    return decision ? { ...decision, corrected: false } : null;
  }
  if (kind !== 'reading-correction') return null;
  const correction = ReadingCorrectionPayload.safeParse(payload).data;
  if (!correction?.settles) return null;
  const { settles: submissionId, note } = correction;
  return { submissionId, note, action: 'set-aside', corrected: true };
}

export interface DecisionFacts {
  action: SettlingAction;
  bySupervisor: boolean;
  inScope: boolean; // the submission is of this device or of one of its offices
  target: DecisionTarget | null; // null: nobody here knows the submission
}

export interface DecisionTarget {
  kind: SubmissionKind;
  /** Null: the server could not record it, and only its own device knows it. */
  verdict: Pick<Verdict, 'outcome' | 'review' | 'findings' | 'summary'> | null;
  settled: boolean;
  registerDigits: number | null; // of the meter in `summary`; null: no such meter here
}

type DecisionRule = (facts: DecisionFacts) => Finding | null;

const supervisorDecides: DecisionRule = ({ bySupervisor }) =>
  bySupervisor ? null : { code: 'actor-not-allowed' };

const withinScope: DecisionRule = ({ target, inScope }) =>
  target && !inScope ? { code: 'outside-scope' } : null;

const aboutSomethingKnown: DecisionRule = ({ target }) => (target ? null : { code: 'unknown-submission' });

const stillOpen: DecisionRule = ({ target }) =>
  target && (target.settled || !isOpen(target)) ? { code: 'already-settled' } : null;

const canBeDone: DecisionRule = ({ target, action }) => {
  if (!target) return null;
  const isKept = target.verdict === null || target.verdict.outcome === 'held';
  const done = target.kind !== 'decision' || isKept; // else it would never end
  return done && (action === 'set-aside' || canCount(target)) ? null : { code: 'not-decidable' };
};

/** Held, refused, set aside, or accepted for somebody to look at. */
const isOpen = ({ verdict }: DecisionTarget): boolean =>
  verdict === null || verdict.outcome !== 'accepted' || verdict.review;

/** What no decision can heal: there is nothing to count, or its time is one that has not come. */
const withoutRemedy: ReadonlySet<FindingCode> = new Set([
  'unknown-account',
  'unknown-meter',
  'index-missing',
  'index-not-whole',
  'index-too-long',
  'captured-ahead',
  'malformed',
  'id-reused',
  'kind-not-served',
  'payment-unknown',
  'payment-reversed',
]);

/** Whether a decision could let something count against which these findings stand. */
export const hasRemedy = (kind: SubmissionKind, findings: readonly Pick<Finding, 'code'>[]): boolean =>
  findings.every(
    ({ code }) => !(withoutRemedy.has(code) || (kind === 'payment-reversal' && code === 'not-decidable')),
  );

function canCount({ kind, verdict, registerDigits }: DecisionTarget): boolean {
  if (verdict === null || !hasRemedy(kind, verdict.findings)) return false;
  if (verdict.outcome === 'accepted') return true; // it counts, and somebody has looked at it
  if (kind === 'note' || kind === 'cash-drawer') return true; // kept as they are
  if (kind === 'payment' || kind === 'payment-reversal') return true; // the money changed hands
  if (kind === 'registration' || kind === 'contact-change') return verdict.outcome === 'held'; // once decided its sealed part is gone
  if (kind !== 'reading' && kind !== 'reading-correction') return false;
  const { summary } = verdict;
  return summary !== null && registerDigits !== null && summary.index < 10 ** registerDigits;
}

const rules: readonly DecisionRule[] = [
  supervisorDecides,
  withinScope,
  aboutSomethingKnown,
  stillOpen,
  canBeDone,
];

/** Everything that stands against a decision; nothing: it is the one that settles. */
export const checkDecision = (facts: DecisionFacts): Finding[] => rules.flatMap((rule) => rule(facts) ?? []);

/**
 * The server's answer to a decision. About something that has not arrived (the server was restored, or never could
 * record it) it is kept and applied when that arrives: held when something shall count, done when nothing shall.
 * Never held for its actor or its office: the case stays open, and whoever may decides it.
 */
export function decisionOutcome(findings: readonly Finding[], action: SettlingAction): Outcome {
  if (findings.length === 0) return 'accepted';
  if (findings.some(({ code }) => code !== 'unknown-submission')) return 'refused';
  return action === 'accept' ? 'held' : 'accepted';
}
