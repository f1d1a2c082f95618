import { type NumberRange, saidRanges } from '../../shared/text/number-ranges';

/** What is left of ascending ranges without some numbers. */
export function without(ranges: readonly NumberRange[], numbers: readonly number[]): NumberRange[] {
  let left = [...ranges];
  for (const number of numbers) left = left.flatMap((range) => split(range, number));
  return left;
}

function split([from, to]: NumberRange, number: number): NumberRange[] {
  if (number < from || number > to) return [[from, to]];
  const parts: NumberRange[] = [
    [from, number - 1],
    [number + 1, to],
  ];
  return parts.filter(([first, last]) => first <= last);
}

/** `17, 20–22`: at most `most` ranges, then how many more. */
export function rangesInWords(ranges: readonly NumberRange[], most = 20): string {
  const { said, more } = saidRanges(ranges, most);
  return said + (more > 0 ? ` and ${more} more places` : '');
}
