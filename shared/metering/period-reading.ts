import type { PeriodReading } from '../model/account';
import type { ReadingSource } from '../model/primitives';

/** The utility's own reader outranks self-readings, and anything read outranks an estimate. */
const rank: Record<ReadingSource, number> = { reader: 2, customer: 1, clerk: 1, estimate: 0 };

/**
 * Orders revisions of one period so that the one which stands comes last: by rank of the source, then
 * (capturedAt, submissionId). Total, so the order of arrival cannot matter.
 */
export function compareRevisions(a: PeriodReading, b: PeriodReading): number {
  if (rank[a.source] !== rank[b.source]) return rank[a.source] - rank[b.source];
  if (a.capturedAt !== b.capturedAt) return a.capturedAt < b.capturedAt ? -1 : 1;
  if (a.submissionId === b.submissionId) return 0;
  return a.submissionId < b.submissionId ? -1 : 1;
}

/** The reading that stands for each period among accepted revisions, newest period first. */
export function periodReadings(revisions: readonly PeriodReading[]): PeriodReading[] {
  const standing = new Map<string, PeriodReading>();
  for (const revision of revisions) {
    const current = standing.get(revision.period);
    if (!current || compareRevisions(current, revision) < 0) standing.set(revision.period, revision);
  }
  return [...standing.values()].toSorted((a, b) => (a.period < b.period ? 1 : -1));
}

/**
 * What an account carries of its meter: the latest two periods and, when the second is an estimate, the latest actual
 * one before it. So whichever of the two is the previous one, the last actual index is known without the history.
 */
export function latestReadings(standing: readonly PeriodReading[]): PeriodReading[] {
  const latest = standing.slice(0, 2);
  if (latest[1]?.source !== 'estimate') return latest;
  const actual = standing.slice(2).find((reading) => reading.source !== 'estimate');
  return actual ? [...latest, actual] : latest;
}
