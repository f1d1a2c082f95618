import { IconUserSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { EmptyState } from '../parts/empty-state';

/** Between two customers: the cursor is in the search field. */
export function IdlePage() {
  const { t } = useWords();
  const status = useLive('status', null);
  useEffect(() => {
    // Focusing lays out the page: in the frame that does so anyway, not in the task that has just made all of it.
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLInputElement>('header [role="combobox"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <EmptyState
      centred
      icon={<IconUserSearch size={40} stroke={1.5} />}
      title={t('counter.search.idleTitle')}
      body={
        status?.searchIndex === 'building' ? t('counter.search.buildingBody') : t('counter.search.idleBody')
      }
    />
  );
}
