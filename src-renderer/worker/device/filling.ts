import type { CollectionName } from '../../../shared/sync/collections';
import type { Welcome } from '../../../shared/sync/device';
import type { Replications } from '../sync/replications';

/** Whether index entry works from what has been pulled. */
export function isUsable({ firstSync$ }: Replications): boolean {
  const { complete } = firstSync$.value;
  return complete.has('policy') && complete.has('accounts');
}

export function isFilled({ firstSync$ }: Replications, collections: readonly CollectionName[]): boolean {
  return collections.every((name) => firstSync$.value.complete.has(name));
}

/** How many documents are here of how many the server spoke of. */
export function filledDocuments(
  { firstSync$ }: Replications,
  collections: readonly CollectionName[],
  counts: Welcome['counts'],
): { done: number; total: number | null } {
  const { complete, progress } = firstSync$.value;
  const whole = collections.filter((name) => complete.has(name));
  const sum = (names: readonly CollectionName[]): number =>
    names.reduce((documents, name) => documents + (counts[name] ?? 0), 0);
  const total = collections.every((name) => counts[name] !== undefined) ? sum(collections) : null;
  return { done: sum(whole) + (progress?.done ?? 0), total };
}
