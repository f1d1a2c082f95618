import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../text/use-words';
import { BigButton } from '../parts/big-button';
import styles from './billing.module.css';

interface PagerProps<Row> {
  rows: readonly Row[];
  /** How many stand on one page. */
  size: number;
  label: string;
  draw: (row: Row) => ReactNode;
}

/** A list by pages that are turned with large buttons: nothing is scrolled. */
export function Pager<Row>({ rows, size, label, draw }: PagerProps<Row>) {
  const { t } = useWords();
  const [asked, turnTo] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages - 1);
  return (
    <section className={styles.pager} aria-label={label}>
      <ul className={styles.list}>{rows.slice(page * size, (page + 1) * size).map(draw)}</ul>
      {pages > 1 && (
        <div className={styles.turn}>
          <BigButton
            label={t('visit.pager.newer')}
            icon={<IconChevronLeft size={36} aria-hidden />}
            disabled={page === 0}
            onPress={() => turnTo(page - 1)}
          />
          <p role="status">{t('visit.pager.page', { page: page + 1, pages })}</p>
          <BigButton
            label={t('visit.pager.older')}
            icon={<IconChevronRight size={36} aria-hidden />}
            disabled={page === pages - 1}
            onPress={() => turnTo(page + 1)}
          />
        </div>
      )}
    </section>
  );
}
