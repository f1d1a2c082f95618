/** Whole numbers from the first to the second, both included. */
export type Range = [from: number, to: number];

/** What is left of ascending ranges without some numbers. */
export function without(ranges: readonly Range[], numbers: readonly number[]): Range[] {
  let left = [...ranges];
  for (const number of numbers) left = left.flatMap((range) => split(range, number));
  return left;
}

function split([from, to]: Range, number: number): Range[] {
  if (number < from || number > to) return [[from, to]];
  const parts: Range[] = [
    [from, number - 1],
    [number + 1, to],
  ];
  return parts.filter(([first, last]) => first <= last);
}

/** `17, 20–22`: at most `most` ranges, then how many more. */
export function rangesInWords(ranges: readonly Range[], most = 20): string {
  const said = ranges.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const more = ranges.length - said.length;
  return said.join(', ') + (more > 0 ? ` and ${more} more places` : '');
}
