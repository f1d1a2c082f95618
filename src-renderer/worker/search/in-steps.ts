/** Work in steps that are short enough to stand between two keystrokes; its result at the end. */
export type InSteps<Result> = Generator<void, Result, void>;

const perStep = 1_000;

/** Does something with each item. */
export function* eachInSteps<Item>(
  items: Iterable<Item>,
  work: (item: Item, place: number) => void,
): InSteps<void> {
  let place = 0;
  for (const item of items) {
    work(item, place);
    place += 1;
    if (place % perStep === 0) yield;
  }
}

/**
 * Sorted by a text of each item: first into groups that begin with the same letters, then group by group, because one
 * sort of 100,000 would hold the thread for a third of a second.
 */
export function* sortedInSteps<Item>(
  items: Iterable<Item>,
  { letters, textOf, compare }: Sorting<Item>,
): InSteps<Item[]> {
  const groups = new Map<string, Item[]>();
  yield* eachInSteps(items, (item) => {
    const begin = textOf(item).slice(0, letters);
    const group = groups.get(begin);
    if (group) group.push(item);
    else groups.set(begin, [item]);
  });
  const sorted: Item[] = [];
  let sinceStep = 0;
  for (const begin of [...groups.keys()].sort()) {
    const group = (groups.get(begin) ?? []).sort(compare);
    for (const item of group) sorted.push(item);
    sinceStep += group.length;
    if (sinceStep < perStep) continue;
    sinceStep = 0;
    yield;
  }
  return sorted;
}

interface Sorting<Item> {
  letters: number;
  textOf: (item: Item) => string;
  /** By the same text, in code units. */
  compare?: (a: Item, b: Item) => number;
}
