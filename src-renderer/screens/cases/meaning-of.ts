import type { CaseView } from '../../data/settling-api';
import type { SettleAction } from './settle-actions';

/** What an action means for a case, as a text's key. */
export function meaningOf({ why, kind }: CaseView, action: SettleAction) {
  if (action === 'corrected') return 'care.cases.correctedMeans';
  if (action === 'set-aside') {
    if (kind === 'registration') return 'desk.cases.setAsideRegistration';
    return kind === 'contact-change' ? 'desk.cases.setAsideContact' : 'care.cases.set-asideMeans';
  }
  if (why === 'review') return 'care.cases.acceptReviewMeans';
  switch (kind) {
    case 'reading':
    case 'reading-correction':
      return 'care.cases.acceptMeans';
    case 'registration':
      return 'desk.cases.registrationMeans';
    case 'contact-change':
      return 'desk.cases.contactMeans';
    default:
      return 'care.cases.acceptOtherMeans';
  }
}

/** Whether what was asked is sealed, so that nobody but the server can read it. */
export const isSealed = ({ kind }: Pick<CaseView, 'kind'>): boolean =>
  kind === 'registration' || kind === 'contact-change';
