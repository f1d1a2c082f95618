import type { Journal } from '../../../shared/journal/journal';
import type { Submission } from '../../../shared/model/submission';
import type { SubmissionsProjection } from './submissions-projection';

/**
 * Compares journal and projection at start and makes them agree; returns everything that was asked on this device.
 * The journal wins. What only the projection has is never thrown away: it is written back where the journal can still
 * take it (the journal is missing, or lost its end), and otherwise counts although its journal line is damaged. A
 * projection or a journal that cannot be written now (a full disk) keeps nothing from being read.
 * @throws JournalError
 */
export async function reconcile(journal: Journal, projection: SubmissionsProjection): Promise<Submission[]> {
  const { submissions: kept, setAside } = await journal.load();
  if (setAside.length > 0) console.error(`journal: ${setAside.length} damaged lines are set aside`);
  const projected = await projection.all();
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

function missingOrDifferent(kept: readonly Submission[], projected: readonly Submission[]): Submission[] {
  const known = new Map(projected.map((submission) => [submission.id, sorted(submission)]));
  return kept.filter((submission) => known.get(submission.id) !== sorted(submission));
}

async function writeBack(journal: Journal, lost: readonly Submission[]): Promise<void> {
  if (lost.length === 0) return;
  console.error(`journal: ${lost.length} submissions were found only in the database`);
  const { lastSeq } = journal;
  for (const submission of lost.filter(({ deviceSeq }) => deviceSeq > lastSeq)) {
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
