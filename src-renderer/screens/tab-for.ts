import { assertNever } from '../../shared/assert-never';
import type { SubmissionKind } from '../../shared/model/submission';
import type { AccountTab } from './tabs';

/** The tab of an account where something recorded is seen. */
export function tabFor(kind: SubmissionKind): AccountTab {
  switch (kind) {
    case 'payment':
    case 'payment-reversal':
      return 'payments';
    case 'registration':
    case 'contact-change':
      return 'account';
    case 'reading':
    case 'reading-correction':
    case 'decision':
    case 'cash-drawer':
    case 'meter-replacement':
    case 'note':
      return 'readings';
    default:
      return assertNever(kind);
  }
}
