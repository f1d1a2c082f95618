import type { TFunction } from 'i18next';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { SubmissionView } from '../../data/data-api';

/** The honest sentence about one submission: where it is, and what happens to it next. */
export function submissionWords(t: TFunction, submission: SubmissionView, offline: boolean): string {
  const { state } = submission;
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
