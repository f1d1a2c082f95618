import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';

/** Money is taken whether or not the drawer was opened: a customer is never sent away for it. But it is said. */
export function DrawerHint() {
  const { t, format } = useWords();
  const day = useLive('day', null);
  if (!day || day.drawer.opened) return null;
  const closing = day.closings.at(-1);
  return (
    <Notice tone="inform">
      {closing ? t('desk.drawer.tillClosed', { at: format.clockTime(closing.at) }) : t('desk.drawer.till')}
    </Notice>
  );
}
