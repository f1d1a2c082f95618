import { IconDevices } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import list from '../list/list.module.css';
import { EmptyState } from '../parts/empty-state';
import { useEscapeBack } from '../use-escape-back';
import { useFocusedTitle } from '../use-focused-title';
import { OfficeDevices } from './office-devices';

/** The office's devices, for the supervisor who looks after them. */
export function DevicesPage() {
  const { t } = useWords();
  const session = useLive('session', null);
  useEscapeBack();
  const title = useFocusedTitle(session !== undefined);
  if (!session) return null;
  if (session.role !== 'supervisor') {
    return (
      <EmptyState
        icon={<IconDevices size={40} stroke={1.5} />}
        title={t('devices.notYours')}
        body={t('devices.notYoursBody')}
      />
    );
  }
  return (
    <>
      <h1 ref={title} className={list.title} tabIndex={-1}>
        {t('devices.title')}
      </h1>
      <OfficeDevices />
    </>
  );
}
