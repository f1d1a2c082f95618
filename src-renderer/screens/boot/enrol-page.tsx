import { IconKey } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import { NoticePage } from '../parts/notice-page';
import { EnrolForm } from './enrol-form';
import type { EnrolRefusal } from './enrol-refusal';
import { StartupNotices } from './startup-notices';

interface EnrolPageProps {
  /** What stood against the code in the page's address. */
  refusal: EnrolRefusal | null;
  /** What this machine was before it lost its key. */
  lost: Lost | null;
}

type Lost = { deviceId: string; waiting: number };

/** A machine that is no device, or no longer: the code that makes it one. */
export function EnrolPage({ refusal, lost }: EnrolPageProps) {
  const { t } = useWords();
  return (
    <NoticePage icon={<IconKey size={40} stroke={1.5} />} title={t('start.enrol.title')}>
      {lost ? <WasDevice lost={lost} /> : <p>{t('start.enrol.body')}</p>}
      <EnrolForm byAddress={refusal} />
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
