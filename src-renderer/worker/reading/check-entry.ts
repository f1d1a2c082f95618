import { type ReadingFacts, readingCase } from '../../../shared/metering/reading-facts';
import { checkReading, usedWater } from '../../../shared/metering/reading-rules';
import { gateOf } from '../../../shared/metering/severity';
import type { EntryCheck, ReadingEntry } from '../../data/entry-api';
import { isServed } from '../visit/author';
import { type ReadingDesk, readingFactsFor } from './reading-desk';

/** What the rules say to an entry while it is typed. An account that is not here, or not shown to whoever asks, blocks. */
export async function checkEntry(desk: ReadingDesk, entry: ReadingEntry): Promise<EntryCheck> {
  const served = isServed(desk, entry.accountId);
  const facts = served ? await readingFactsFor(desk, entry, () => desk.clock.peek()) : null;
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
