import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';

/** Money is taken whether or not the drawer was opened: a customer is never sent away for it. But it is said. */
export function DrawerHint() {
  const { t } = useWords();
  const day = useLive('day', null);
  return day && !day.drawer.opened ? <Notice tone="inform">{t('desk.drawer.till')}</Notice> : null;
}
