/** Whole numbers from the first to the second, both included. */
export type NumberRange = [from: number, to: number];

/** `17, 20–22`: at most `most` ranges, and how many are left over. */
export function saidRanges(ranges: readonly NumberRange[], most: number): { said: string; more: number } {
  const said = ranges.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return { said: said.join(', '), more: ranges.length - said.length };
}
