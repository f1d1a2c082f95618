import type { Takings } from '../../../shared/billing/drawer';
import { useWords } from '../../text/use-words';
import table from '../parts/table.module.css';

/** What was taken and given back, by method; the same on the screen and in the day's report. */
export function TakingsTable({ takings, name }: { takings: Takings; name?: string }) {
  const { t, format } = useWords();
  return (
    <table className={table.table} aria-label={name ?? t('desk.drawer.takings')}>
      <thead>
        <tr>
          <th>{t('desk.drawer.method')}</th>
          <th className={table.figure}>{t('desk.drawer.payments')}</th>
          <th className={table.figure}>{t('desk.drawer.taken')}</th>
          <th className={table.figure}>{t('desk.drawer.reversals')}</th>
          <th className={table.figure}>{t('desk.drawer.givenBack')}</th>
        </tr>
      </thead>
      <tbody>
        {takings.map(({ method, payments, takenBani, reversals, givenBackBani }) => (
          <tr key={method}>
            <td>{t(`counter.pay.methods.${method}`)}</td>
            <td className={table.figure}>{format.number(payments)}</td>
            <td className={table.figure}>{format.money(takenBani)}</td>
            <td className={table.figure}>{format.number(reversals)}</td>
            <td className={table.figure}>{format.money(givenBackBani)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
