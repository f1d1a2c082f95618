import type { KeyboardEvent } from 'react';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import table from '../parts/table.module.css';
import { SubmissionRow } from './submission-row';

interface SubmissionTableProps {
  submissions: SubmissionView[];
  /** How long each has waited, in a column of its own. */
  withAge?: boolean;
}

/** Arrows go from customer to customer, Enter opens the account. */
export function SubmissionTable({ submissions, withAge = false }: SubmissionTableProps) {
  const { t } = useWords();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>{t('counter.list.time')}</th>
          <th>{t('counter.list.holder')}</th>
          <th>{t('counter.list.meter')}</th>
          <th className={table.figure}>{t('counter.list.index')}</th>
          {withAge && <th>{t('care.waiting.age')}</th>}
          <th>{t('counter.list.state')}</th>
          <th>{t('counter.list.receipt')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveByArrows}>
        {submissions.map((submission) => (
          <SubmissionRow key={submission.id} submission={submission} withAge={withAge} />
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
