import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { Notice } from '../parts/notice';
import { DeviceTable } from './device-table';
import styles from './devices.module.css';
import { GapAdvice } from './gap-advice';
import { type OfficeDevicesAnswer, useOfficeDevices } from './use-office-devices';

/** What the server said when it was asked, when that was, and a way to ask again. */
export function OfficeDevices() {
  const { t, format } = useWords();
  const { answer, asking, askAgain } = useOfficeDevices();
  return (
    <>
      <div className={styles.head}>
        <p className={styles.what}>{t('devices.what')}</p>
        {answer?.outcome === 'listed' && (
          <p className={styles.asOf}>{t('devices.asOf', { at: format.moment(answer.at) })}</p>
        )}
        <Button
          variant="default"
          leftSection={<IconRefresh size={20} stroke={1.5} aria-hidden />}
          onClick={askAgain}
          {...busyIf(asking)}
        >
          {t('devices.askAgain')}
        </Button>
      </div>
      <div role="status">
        {answer === null ? <Notice tone="inform">{t('devices.asking')}</Notice> : <Trouble answer={answer} />}
      </div>
      {answer?.outcome === 'listed' && answer.devices.length > 0 && (
        <>
          <DeviceTable devices={answer.devices} at={answer.at} />
          <GapAdvice />
        </>
      )}
    </>
  );
}

/** Why there is no list, and what can be done. */
function Trouble({ answer }: { answer: OfficeDevicesAnswer }) {
  const { t } = useWords();
  if (answer.outcome === 'refused') {
    return <Notice tone="refused">{t(`devices.refused.${answer.reason}`)}</Notice>;
  }
  if (answer.outcome !== 'listed') return <Notice tone="ask">{t(`devices.${answer.outcome}`)}</Notice>;
  return answer.devices.length === 0 ? <Notice tone="inform">{t('devices.none')}</Notice> : null;
}
