/** Water used between two indexes of one register, in m³. A lower index means the dial rolled over. */
export function consumptionM3(previous: number, current: number, digits: number): number {
  return current >= previous ? current - previous : current + 10 ** digits - previous;
}
