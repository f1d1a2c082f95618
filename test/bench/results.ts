import { writeFileSync } from 'node:fs';

/** One measured figure; `ratio` is value / reference, `aim` says in words what would be good. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  reference: number | null;
  ratio: number | null;
  aim: string | null;
  met: boolean | null;
}

export interface Aim {
  words: string;
  met: (figure: { value: number; ratio: number | null }) => boolean;
}

const round = (value: number): number => Number(value.toPrecision(3));

export function result(figure: {
  name: string;
  value: number;
  unit: string;
  reference?: number;
  aim?: Aim;
}): Result {
  const { name, value, unit, reference = null, aim } = figure;
  const ratio = reference === null ? null : value / reference;
  return {
    name,
    value: round(value),
    unit,
    reference: reference === null ? null : round(reference),
    ratio: ratio === null ? null : round(ratio),
    aim: aim?.words ?? null,
    met: aim ? aim.met({ value, ratio }) : null,
  };
}

/** The value below which a share of the measurements lie (`0.95` → p95). */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints the figures and, given a file, keeps them there. */
export function report(results: Result[], file: string | null): void {
  console.table(results.map(({ met, ...row }) => ({ ...row, met: met === null ? '' : met ? 'yes' : 'NO' })));
  if (file === null) return;
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`Written to ${file}.`);
}
