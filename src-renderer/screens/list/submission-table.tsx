import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { SubmissionView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { StateWord } from '../entry/state-word';
import { reasonsOf, submissionWords } from '../entry/submission-words';
import table from '../parts/table.module.css';
import styles from './list.module.css';

/** Arrows go from customer to customer, Enter opens the account. */
export function SubmissionTable({ submissions }: { submissions: SubmissionView[] }) {
  const { t } = useWords();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>{t('counter.list.time')}</th>
          <th>{t('counter.list.holder')}</th>
          <th>{t('counter.list.meter')}</th>
          <th className={table.figure}>{t('counter.list.index')}</th>
          <th>{t('counter.list.state')}</th>
          <th>{t('counter.list.receipt')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveByArrows}>
        {submissions.map((submission) => (
          <SubmissionRow key={submission.id} submission={submission} />
        ))}
      </tbody>
    </table>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  links[links.indexOf(document.activeElement as HTMLElement) + by]?.focus();
}

function SubmissionRow({ submission }: { submission: SubmissionView }) {
  const { t, format, say } = useWords();
  const status = useLive('status', null);
  const offline = status?.connection.state === 'offline';
  const { state } = submission;
  const reasons = reasonsOf(submission).map(say);
  return (
    <tr>
      <td className={table.keep}>{format.moment(submission.capturedAt)}</td>
      <td>
        <Holder submission={submission} />
        <span className={styles.below}>{submission.clientCode}</span>
      </td>
      <td className={table.keep}>{submission.meterSerial ?? '–'}</td>
      <td className={table.figure}>{submission.index === null ? '–' : format.number(submission.index)}</td>
      <td className={styles.reason}>
        <StateWord state={state} />
        {(state !== 'received' || submission.review) && (
          <span className={styles.below}>
            {reasons.length > 0 ? reasons.join(' ') : submissionWords(t, submission, offline)}
          </span>
        )}
      </td>
      <td className={table.keep}>
        {formatReceiptNumber(submission.receiptNumber)}
        <span className={styles.below}>{submission.actorName}</span>
      </td>
    </tr>
  );
}

function Holder({ submission }: { submission: SubmissionView }) {
  const { t } = useWords();
  const { accountId, holderName } = submission;
  if (!accountId || !holderName) return <span>{t('counter.list.unknownHolder')}</span>;
  return (
    <Link
      to="/account/$accountId"
      params={{ accountId }}
      search={{ tab: 'readings' }}
      className={styles.holder}
      title={t('counter.list.open')}
    >
      {holderName}
    </Link>
  );
}
