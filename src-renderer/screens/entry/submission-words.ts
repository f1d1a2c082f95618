import type { TFunction } from 'i18next';
import type { Finding } from '../../../shared/metering/finding';
import { type Severity, severityOf } from '../../../shared/metering/severity';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { SubmissionView } from '../../data/submission-view';

/** The honest sentence about one submission: where it is, and what happens to it next. */
export function submissionWords(t: TFunction, submission: SubmissionView, offline: boolean): string {
  const { state } = submission;
  if (!isIndex(submission)) return t(`care.says.${state === 'kept' && offline ? 'kept-offline' : state}`);
  if (state === 'kept')
    return t(offline ? 'counter.submission.says.kept-offline' : 'counter.submission.says.kept');
  if (state === 'received') {
    const receipt = formatReceiptNumber(submission.receiptNumber);
    return t(
      submission.review ? 'counter.submission.says.received-review' : 'counter.submission.says.received',
      {
        receipt,
      },
    );
  }
  return t(`counter.submission.says.${state}`);
}

const isIndex = ({ kind }: SubmissionView): boolean => kind === 'reading' || kind === 'reading-correction';

type Judged = Pick<SubmissionView, 'state' | 'review' | 'findings'>;

/** Why it is not received, or why somebody looks at it: of what was found, only what decided. A refused index waits for no supervisor. */
export function reasonsOf({ state, review, findings }: Judged): Finding[] {
  const of = (severity: Severity) => findings.filter((finding) => severityOf(finding) === severity);
  switch (state) {
    case 'refused': {
      const blocking = of('block');
      return blocking.length > 0 ? blocking : findings;
    }
    case 'held':
      return of('hold');
    case 'set-aside':
      return findings;
    case 'received':
      return review ? findings.filter(({ code }) => code === 'late-after-contact') : [];
    default:
      return [];
  }
}

type Sayings = Record<'say' | 'sayDecided', (finding: Finding) => string>;

/** Its reasons to a customer, who is told beside them that a colleague looks at it: who that is means nothing to them. */
export const reasonsForCustomer = (
  { sayDecided }: Pick<Sayings, 'sayDecided'>,
  submission: Judged,
): string[] => reasonsOf(submission).map(sayDecided);

/** Its reasons in words. Who decides is told only while nobody has: of what is held, or received and still looked at. */
export function reasonsIn(
  { say, sayDecided }: Sayings,
  submission: Judged & Partial<Pick<SubmissionView, 'settled'>>,
): string[] {
  const { state, review, settled } = submission;
  const open = (state === 'held' || (state === 'received' && review)) && !settled;
  return reasonsOf(submission).map(open ? say : sayDecided);
}
