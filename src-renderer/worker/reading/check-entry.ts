import { type ReadingFacts, readingCase } from '../../../shared/metering/reading-facts';
import { checkReading, usedWater } from '../../../shared/metering/reading-rules';
import { gateOf } from '../../../shared/metering/severity';
import type { EntryCheck, ReadingEntry } from '../../data/data-api';
import { type ReadingDesk, readingFactsFor } from './reading-desk';

/** What the rules say to an entry while it is typed. An account that is not here blocks. */
export async function checkEntry(desk: ReadingDesk, entry: ReadingEntry): Promise<EntryCheck> {
  const facts = await readingFactsFor(desk, entry, () => desk.clock.peek());
  if (!facts) return { findings: [{ code: 'unknown-account' }], consumptionM3: null, gate: 'blocked' };
  return judged(facts);
}

export function judged(facts: ReadingFacts): EntryCheck {
  const findings = checkReading(facts);
  return {
    findings,
    consumptionM3: usedWater(readingCase(facts))?.m3 ?? null,
    gate: gateOf(findings),
  };
}
