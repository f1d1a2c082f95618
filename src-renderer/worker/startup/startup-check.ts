import { keptDays } from '../../../shared/journal/journal';
import type { SentinelMark } from '../../../shared/journal/sentinel';
import type { Submission } from '../../../shared/model/submission';
import type { StartupNotice } from '../../data/device-api';

/** What lies side by side at a start. */
export interface StartupFacts {
  mark: SentinelMark | 'damaged' | null;
  /** The database's id as IndexedDB holds it; null: it holds none. */
  databaseId: string | null;
  /** A database could not be read and was made anew. */
  rebuilt: boolean;
  journal: { submissions: readonly Submission[]; setAside: readonly string[]; lastSeq: number };
  projected: readonly Submission[];
  now: string; // Instant
}

/** What the person at the counter has to know, in the order of its weight. */
export function startupNotices(facts: StartupFacts): StartupNotice[] {
  const { journal, rebuilt } = facts;
  const submissions = journal.submissions.length;
  const lastSeq = Math.max(journal.lastSeq, ...facts.projected.map(({ deviceSeq }) => deviceSeq));
  const lines = journal.setAside.length;
  const writtenBack = facts.projected.filter(({ deviceSeq }) => deviceSeq > journal.lastSeq).length;
  return [
    ...(rebuilt ? [{ code: 'data-damaged' as const, submissions, lastSeq }] : []),
    ...(!rebuilt && hasVanished(facts) ? [{ code: 'data-vanished' as const, submissions, lastSeq }] : []),
    ...(writtenBack > 0 ? [{ code: 'journal-vanished' as const, submissions: writtenBack }] : []),
    ...(lines > 0 ? [{ code: 'journal-damaged' as const, lines }] : []),
    ...gaps(facts),
  ];
}

/** IndexedDB reopens empty and without an error; by the sentinel, or by a journal that it knows nothing of, we notice. */
function hasVanished({ mark, databaseId, journal, projected }: StartupFacts): boolean {
  if (mark === null || mark === 'damaged')
    return databaseId === null && journal.submissions.length > 0 && projected.length === 0;
  const firstStart = mark.deviceId === null && mark.lastSeq === 0 && journal.submissions.length === 0;
  return mark.databaseId !== databaseId && !firstStart;
}

/**
 * Numbers that were given out and are nowhere: between two submissions too young to have been let go of, or at the end,
 * where the sentinel knows more than journal and projection together.
 */
function gaps({ mark, journal, projected, now }: StartupFacts): StartupNotice[] {
  const inOrder = [
    ...new Map([...journal.submissions, ...projected].map((one) => [one.deviceSeq, one])).values(),
  ].sort((a, b) => a.deviceSeq - b.deviceSeq);
  const keptSince = new Date(Date.parse(now) - keptDays * 24 * 3_600_000).toISOString();
  const found = inOrder.flatMap(({ deviceSeq: to }, place): StartupNotice[] => {
    const before = inOrder[place - 1];
    if (!before || before.capturedAt < keptSince || to - before.deviceSeq < 2) return [];
    return [{ code: 'journal-gap', from: before.deviceSeq + 1, to: to - 1 }];
  });
  const last = Math.max(journal.lastSeq, inOrder.at(-1)?.deviceSeq ?? 0);
  const known = mark === null || mark === 'damaged' ? 0 : mark.lastSeq;
  return known > last ? [...found, { code: 'journal-gap', from: last + 1, to: known }] : found;
}
