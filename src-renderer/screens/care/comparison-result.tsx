import { IconCircleCheck, IconEqualNot } from '@tabler/icons-react';
import type { ComparisonView } from '../../data/care-api';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import table from '../parts/table.module.css';
import styles from './care.module.css';

type Last = NonNullable<ComparisonView['last']>;

/** Collection by collection, how much is here and how much is there. */
export function ComparisonResult({ last }: { last: Last }) {
  const { t, format } = useWords();
  const words = t(`care.device.compared.${last.outcome}`, { at: format.moment(last.at) });
  return (
    <>
      <Notice tone={last.outcome === 'same' ? 'inform' : 'ask'}>{words}</Notice>
      {last.collections.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th>{t('care.device.collection')}</th>
              <th className={table.figure}>{t('care.device.here')}</th>
              <th className={table.figure}>{t('care.device.atServer')}</th>
              <th>{t('counter.list.state')}</th>
            </tr>
          </thead>
          <tbody>
            {last.collections.map((compared) => (
              <Compared key={compared.collection} compared={compared} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Compared({ compared }: { compared: Last['collections'][number] }) {
  const { t, format } = useWords();
  const { collection, here, atServer, same } = compared;
  const Icon = same ? IconCircleCheck : IconEqualNot;
  return (
    <tr>
      <td>{t(`start.firstSync.collection.${collection}`)}</td>
      <td className={table.figure}>{here === null ? '–' : format.number(here)}</td>
      <td className={table.figure}>{atServer === null ? '–' : format.number(atServer)}</td>
      <td>
        {atServer === null ? (
          '–'
        ) : (
          <span className={styles.same} data-same={same}>
            <Icon size={20} stroke={2} aria-hidden />
            {t(same ? 'care.device.equal' : 'care.device.unequal')}
          </span>
        )}
      </td>
    </tr>
  );
}
