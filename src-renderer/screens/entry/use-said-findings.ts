import { useEffect, useState } from 'react';
import type { Finding } from '../../../shared/metering/finding';
import { severityOf } from '../../../shared/metering/severity';
import type { Entry } from './use-entry';

/** What is said of an entry: after saving, the answer; before, the rules' words to what is typed, once the typing pauses. */
export function useSaidFindings(entry: Entry): Finding[] {
  const { phase } = entry;
  const typing = useSettled(entry);
  return mostTelling(phase.at === 'asking' || phase.at === 'blocked' ? phase.findings : typing);
}

/** What stops hides what asks, and that what merely tells: one thing to do at a time. */
function mostTelling(findings: Finding[]): Finding[] {
  const [blocking] = findings.filter((finding) => severityOf(finding) === 'block');
  if (blocking) return [blocking];
  const asking = findings.filter((finding) => severityOf(finding) !== 'inform');
  return asking.length > 0 ? asking : findings;
}

const pauseMs = 350;

/** The rules' answer once the typing pauses: the first digits of every index are "below the previous" one. */
function useSettled(entry: Entry): Finding[] {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(entry.value), pauseMs);
    return () => clearTimeout(timer);
  }, [entry.value]);
  return entry.dirty && settled === entry.value ? (entry.check?.findings ?? []) : [];
}
