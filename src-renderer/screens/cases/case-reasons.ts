import type { TFunction } from 'i18next';
import type { Finding } from '../../../shared/metering/finding';
import { severityOf } from '../../../shared/metering/severity';
import type { CaseView } from '../../data/settling-api';

/** What a supervisor has to know: whatever is unusual, the decisive first; that an index was sent before is not. */
export function caseReasons({ findings }: Pick<CaseView, 'findings'>): Finding[] {
  const weight = { block: 0, hold: 1, confirm: 2, inform: 3 };
  return findings
    .filter(({ code }) => code !== 'already-sent')
    .toSorted((a, b) => weight[severityOf(a)] - weight[severityOf(b)]);
}

/** What is said to a clerk about this very device is said otherwise to who decides, maybe at another one. */
export function caseWords(t: TFunction, { code }: Finding): string | null {
  return code === 'clock-unsure' || code === 'late-after-contact' ? t(`care.cases.says.${code}`) : null;
}
