import { IconKey } from '@tabler/icons-react';
import type { EnrolOutcome } from '../../data/device-api';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import { useEased } from '../kiosk/comfort/comfort';
import { SightBar } from '../kiosk/comfort/comfort-bar';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import { NoticePage } from '../parts/notice-page';
import { EnrolForm } from './enrol-form';
import { StartupNotices } from './startup-notices';

interface EnrolPageProps {
  /** How enrolment by the page's address went; null when the address carried no code. */
  byAddress: Promise<EnrolOutcome | null>;
  /** What this machine was before it lost its key. */
  lost: Lost | null;
}

type Lost = { deviceId: string; waiting: number };

/** Nobody knows yet before whom this machine will stand, so it can be read as a kiosk can. */
export function EnrolPage({ byAddress, lost }: EnrolPageProps) {
  const { t } = useWords();
  useEased('none-yet');
  return (
    <NoticePage
      icon={<IconKey size={40} stroke={1.5} />}
      title={t('start.enrol.title')}
      easing={<SightBar />}
    >
      {lost ? <WasDevice lost={lost} /> : <p>{t('start.enrol.body')}</p>}
      <EnrolForm byAddress={byAddress} />
    </NoticePage>
  );
}

/** Which device to name to the administrator, and that nothing of it is given up. */
function WasDevice({ lost }: { lost: Lost }) {
  const { t, format } = useWords();
  return (
    <div className={form.form}>
      <Notice tone="ask">
        {t('start.enrol.lost', { device: lost.deviceId, waiting: format.number(lost.waiting) })}
      </Notice>
      {lost.waiting > 0 && <ExportWaiting />}
      <StartupNotices />
    </div>
  );
}
