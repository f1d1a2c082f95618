import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useWords } from '../../../text/use-words';
import { BigButton } from '../parts/big-button';
import styles from './billing.module.css';
import { useRowsAPage } from './use-rows-a-page';

interface PagerProps<Row> {
  rows: readonly Row[];
  label: string;
  draw: (row: Row) => ReactNode;
  /** One more row, after all the others. */
  last?: ReactNode;
  /** Under the list, whichever of its rows are shown. */
  foot?: (shown: readonly Row[]) => ReactNode;
}

/** A list by pages that are turned with large buttons: nothing is scrolled. */
export function Pager<Row>({ rows, label, draw, last, foot }: PagerProps<Row>) {
  const { t } = useWords();
  const [asked, turnTo] = useState(0);
  const count = rows.length + (last ? 1 : 0);
  const { section, size, heightPx } = useRowsAPage(count);
  const pages = size === null ? count : Math.max(1, Math.ceil(count / size));
  const page = Math.min(asked, pages - 1);
  const shown = size === null ? rows : rows.slice(page * size, (page + 1) * size);
  useFocusKept(section, Boolean(last));
  return (
    <section className={styles.pager} ref={section} aria-label={label} tabIndex={-1}>
      <div style={heightPx === null ? undefined : { minHeight: heightPx }}>
        <ul className={styles.list}>
          {shown.map(draw)}
          {(size === null || page === pages - 1) && last}
        </ul>
      </div>
      {pages > 1 && (
        <div className={styles.turn} data-turn>
          <BigButton
            label={t('visit.pager.previous')}
            icon={<IconChevronLeft size={36} aria-hidden />}
            disabled={page === 0}
            onPress={() => turnTo(page - 1)}
          />
          <p role="status">{t('visit.pager.page', { page: page + 1, pages })}</p>
          <BigButton
            label={t('visit.pager.next')}
            icon={<IconChevronRight size={36} aria-hidden />}
            disabled={page === pages - 1}
            onPress={() => turnTo(page + 1)}
          />
        </div>
      )}
      {foot?.(size === null ? [] : shown)}
    </section>
  );
}

/** Who pressed the last row goes on in the list when that row makes way for what it brought. */
function useFocusKept(section: RefObject<HTMLElement | null>, hasLast: boolean): void {
  useEffect(() => {
    if (!hasLast) return;
    const list = section.current;
    return () => {
      if (document.activeElement === document.body) list?.focus({ preventScroll: true });
    };
  }, [section, hasLast]);
}
