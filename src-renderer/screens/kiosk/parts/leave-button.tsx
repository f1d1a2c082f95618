import { IconLogout } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { useFinish } from '../leaving/leave-guard';
import { BigButton } from './big-button';

/** «Gata»: the end of the visit, once on every screen. */
export function LeaveButton() {
  const { t } = useWords();
  const finish = useFinish();
  return <BigButton label={t('kiosk.leave')} icon={<IconLogout size={32} aria-hidden />} onPress={finish} />;
}
