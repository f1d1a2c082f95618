import type { Journal } from '../../../shared/journal/journal';
import type { LoadedJournal } from '../../../shared/journal/two-files';
import type { Submission } from '../../../shared/model/submission';
import type { SubmissionsProjection } from './submissions-projection';

/** The two copies of what was asked, and what was read from each. */
export interface OwnCopies {
  journal: Journal;
  projection: Pick<SubmissionsProjection, 'put'>;
  loaded: Pick<LoadedJournal, 'submissions'>;
  projected: readonly Submission[];
}

/**
 * Compares journal and projection at start and makes them agree; returns everything that was asked on this device.
 * The journal wins. What only the projection has is never thrown away: it is written back where the journal can still
 * take it (the journal is missing, lost its end, or has a damaged line), and otherwise counts from the database. A
 * projection or a journal that cannot be written now (a full disk) keeps nothing from being read.
 */
export async function agree({ journal, projection, loaded, projected }: OwnCopies): Promise<Submission[]> {
  const { submissions: kept } = loaded;
  await projection
    .put(missingOrDifferent(kept, projected))
    .catch((error: unknown) => console.error('submissions: the projection is behind the journal', error));
  const inJournal = new Set(kept.map(({ id }) => id));
  const onlyProjected = projected
    .filter(({ id }) => !inJournal.has(id))
    .toSorted((a, b) => a.deviceSeq - b.deviceSeq);
  await writeBack(journal, onlyProjected);
  return [...kept, ...onlyProjected];
}

/** Reads both copies and makes them agree. @throws what their media throw */
export async function reconcile(
  journal: Journal,
  projection: Pick<SubmissionsProjection, 'all' | 'put'>,
): Promise<Submission[]> {
  const loaded = await journal.load();
  return agree({ journal, projection, loaded, projected: await projection.all() });
}

function missingOrDifferent(kept: readonly Submission[], projected: readonly Submission[]): Submission[] {
  const known = new Map(projected.map((submission) => [submission.id, sorted(submission)]));
  return kept.filter((submission) => known.get(submission.id) !== sorted(submission));
}

async function writeBack(journal: Journal, lost: readonly Submission[]): Promise<void> {
  if (lost.length === 0) return;
  console.error(`journal: ${lost.length} submissions were found only in the database`);
  for (const submission of lost) {
    // It counts from the database as before; the next start tries again.
    await journal
      .append(submission)
      .catch((error: unknown) => console.error('journal: not written back', error));
  }
}

/** JSON with the names of every object in order: the same content is the same text. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
