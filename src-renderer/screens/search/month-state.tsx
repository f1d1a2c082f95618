import {
  IconCircleCheck,
  IconCircleDashed,
  IconDeviceFloppy,
  IconHandStop,
  IconMinus,
} from '@tabler/icons-react';
import type { SearchHit } from '../../data/search-view';
import { useWords } from '../../text/use-words';
import styles from './search-results.module.css';

const icons = {
  'nothing-yet': IconCircleDashed,
  held: IconHandStop,
  'kept-here': IconDeviceFloppy,
  received: IconCircleCheck,
  'not-expected': IconMinus,
};

/** Where this month's index stands, by icon and word. */
export function MonthState({ month }: { month: SearchHit['month'] }) {
  const { t } = useWords();
  const Icon = icons[month];
  return (
    <span className={styles.month} data-month={month}>
      <Icon size={20} stroke={1.75} aria-hidden />
      {t(`counter.search.month-${month}`)}
    </span>
  );
}
