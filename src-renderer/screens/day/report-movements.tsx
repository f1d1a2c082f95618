import type { Movement } from '../../../shared/billing/drawer';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import table from '../parts/table.module.css';
import styles from './day-report.module.css';

/** Each payment and each reversal: when, whose, how, how much and by whom. */
export function ReportMovements({ day, movements }: { day: DayView; movements: readonly Movement[] }) {
  const { t, format } = useWords();
  const views = new Map(
    [...day.carriedOver, ...day.submissions].map((submission) => [submission.id, submission]),
  );
  const time = day.carriedOver.length > 0 ? format.moment : format.clockTime;
  return (
    <>
      <h2 className={styles.part}>{t('desk.report.movements')}</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('desk.report.time')}</th>
            <th>{t('desk.report.what')}</th>
            <th>{t('desk.report.customer')}</th>
            <th>{t('desk.drawer.method')}</th>
            <th>{t('desk.report.number')}</th>
            <th>{t('desk.report.clerk')}</th>
            <th className={table.figure}>{t('desk.report.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {movements.map(({ submissionId, what, method, amountBani }) => {
            const view = views.get(submissionId);
            return (
              <tr key={submissionId}>
                <td>{view ? time(view.capturedAt) : '–'}</td>
                <td>{t(`desk.report.${what}`)}</td>
                <td>{[view?.holderName, view?.clientCode].filter(Boolean).join(', ') || '–'}</td>
                <td>
                  {[t(`counter.payments.methods.${method}`), view?.taken?.terminalReference]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td className={table.keep}>{view ? formatReceiptNumber(view.receiptNumber) : '–'}</td>
                <td>{view?.actorName ?? '–'}</td>
                <td className={table.figure}>{format.money(what === 'taken' ? amountBani : -amountBani)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
