import { Loader } from '@mantine/core';
import { IconAppWindow, IconDeviceDesktopOff } from '@tabler/icons-react';
import type { Device } from '../../../shared/sync/device';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import form from '../parts/form.module.css';
import { NoticePage } from '../parts/notice-page';
import { EnrolForm } from './enrol-form';

const iconSize = { size: 40, stroke: 1.5 };

/** Shown only when starting takes longer than a blink. */
export function StartingPage() {
  const { t } = useWords();
  return (
    <NoticePage icon={<Loader size={32} />} title={t('start.starting.title')}>
      <p>{t('start.starting.body')}</p>
    </NoticePage>
  );
}

/** The page's address carried the code: nobody has to type one. */
export function EnrollingPage() {
  const { t } = useWords();
  return (
    <NoticePage icon={<Loader size={32} />} title={t('start.enrolling.title')}>
      <p>{t('start.enrolling.body')}</p>
    </NoticePage>
  );
}

export function OtherWindowPage() {
  const { t } = useWords();
  return (
    <NoticePage icon={<IconAppWindow {...iconSize} />} title={t('start.otherWindow.title')}>
      <p>{t('start.otherWindow.body')}</p>
    </NoticePage>
  );
}

export function RevokedPage({ device }: { device: Device }) {
  const { t } = useWords();
  return (
    <NoticePage icon={<IconDeviceDesktopOff {...iconSize} />} title={t('start.revoked.title')} tone="trouble">
      <p>{t('start.revoked.body', { device: device.name })}</p>
      <WayBack />
    </NoticePage>
  );
}

/** A replacement code makes the machine the same device again; without one, what waits leaves in a file. */
function WayBack() {
  return (
    <div className={`${form.form} ${form.apart}`}>
      <EnrolForm />
      <ExportWaiting />
    </div>
  );
}

export function LockedOutPage({
  problem,
}: {
  problem: 'device-revoked' | 'unauthenticated' | 'protocol-too-old';
}) {
  const { t } = useWords();
  return (
    <NoticePage
      icon={<IconDeviceDesktopOff {...iconSize} />}
      title={t('start.lockedOut.title')}
      tone="trouble"
    >
      <p>{t(`start.lockedOut.${problem}`)}</p>
      {problem !== 'protocol-too-old' && <WayBack />}
    </NoticePage>
  );
}
