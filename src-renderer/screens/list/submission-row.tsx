import { Link } from '@tanstack/react-router';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { Formats } from '../../../shared/text/format';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { SettledLine } from '../entry/settled-line';
import { StateWord } from '../entry/state-word';
import { reasonsIn, submissionWords } from '../entry/submission-words';
import table from '../parts/table.module.css';
import { tabFor } from '../tab-for';
import { Age } from './age';
import styles from './list.module.css';
import { waitingReason } from './waiting-reason';

interface SubmissionRowProps {
  submission: SubmissionView;
  withAge: boolean;
}

export function SubmissionRow({ submission, withAge }: SubmissionRowProps) {
  const { t, format } = useWords();
  return (
    <tr>
      <td className={table.keep}>
        {format.moment(submission.capturedAt)}
        <Kind submission={submission} />
      </td>
      <td>
        <Holder submission={submission} />
        <span className={styles.below}>{submission.clientCode}</span>
      </td>
      <td className={table.keep}>{submission.meterSerial ?? '–'}</td>
      <td className={table.figure}>
        {figureOf(submission, format)}
        {submission.taken?.terminalReference && (
          <span className={styles.below}>
            {t('counter.list.terminal', { reference: submission.taken.terminalReference })}
          </span>
        )}
      </td>
      {withAge && (
        <td className={table.keep}>
          <Age since={submission.capturedAt} />
        </td>
      )}
      <td className={styles.reason}>
        <StateWord state={submission.state} />
        <Why submission={submission} />
        <SettledLine submission={submission} />
      </td>
      <td className={table.keep}>
        {formatReceiptNumber(submission.receiptNumber)}
        <span className={styles.below}>{submission.actorName}</span>
      </td>
    </tr>
  );
}

/** An index goes without saying; of the drawer it is said whether it was opened or counted. */
function Kind({ submission: { kind, drawer } }: Pick<SubmissionRowProps, 'submission'>) {
  const { t } = useWords();
  if (kind === 'reading') return null;
  return <span className={styles.below}>{t(drawer ? `care.drawer.${drawer}` : `care.kinds.${kind}`)}</span>;
}

/** An index, or money: what was given back is less than nothing. */
function figureOf({ kind, index, amountBani }: SubmissionView, format: Formats): string {
  if (amountBani !== null) return format.money(kind === 'payment-reversal' ? -amountBani : amountBani);
  return index === null ? '–' : format.m3(index);
}

/** What was received plainly says nothing more; its number stands in a column of its own. */
function Why({ submission }: { submission: SubmissionView }) {
  const said = useWords();
  const { t, format } = said;
  const connection = useLive('status', null)?.connection;
  const { state } = submission;
  if (state === 'received' && !submission.review) return null;
  if ((state === 'kept' || state === 'sent') && connection) {
    return <span className={styles.below}>{waitingReason(t, format, { state, connection })}</span>;
  }
  const reasons = reasonsIn(said, submission);
  const words = reasons.length > 0 ? reasons.join(' ') : submissionWords(t, submission, false);
  return <span className={styles.below}>{words}</span>;
}

function Holder({ submission }: { submission: SubmissionView }) {
  const { t } = useWords();
  const { accountId, holderName } = submission;
  if (submission.kind === 'cash-drawer') return <span>–</span>;
  if (!accountId || !holderName) return <span>{t('counter.list.unknownHolder')}</span>;
  return (
    <Link
      to="/account/$accountId"
      params={{ accountId }}
      search={{ tab: tabFor(submission.kind) }}
      className={styles.holder}
      title={t('counter.list.open')}
    >
      {holderName}
    </Link>
  );
}
