import type { PeriodReading } from '../model/account';

/** Water used between two indexes of one register, in m³. A lower index means the dial rolled over. */
export function consumptionM3(previous: number, current: number, digits: number): number {
  return current >= previous ? current - previous : current + 10 ** digits - previous;
}

/** The register a reading was taken from. */
export interface RegisterOf {
  digits: number;
  initialIndex: number;
}

/**
 * m³ since the period before; since the latest actual reading where that was an estimate which proved too high; null
 * where an index fell for no reason. @param earlier what stands for the periods before, newest first
 */
export function monthConsumptionM3(
  reading: PeriodReading,
  earlier: readonly PeriodReading[],
  register: RegisterOf,
): number | null {
  const [previous] = earlier;
  const overEstimated = previous?.source === 'estimate' && reading.index < previous.index;
  const base = overEstimated ? earlier.find(({ source }) => source !== 'estimate') : previous;
  const baseIndex = base?.index ?? register.initialIndex;
  const rolledOver = baseIndex >= 0.9 * 10 ** register.digits;
  return reading.index >= baseIndex || rolledOver
    ? consumptionM3(baseIndex, reading.index, register.digits)
    : null;
}
