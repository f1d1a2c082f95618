import type { OfficeDevice } from '../../../shared/sync/office-devices';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import list from '../list/list.module.css';
import table from '../parts/table.module.css';
import { agoOf } from '../shell/synced-ago';
import styles from './devices.module.css';
import { MissingNumbers } from './missing-numbers';

/** From when on how long ago says more than the time: the page does not count on. */
const tellingSeconds = 3600;

interface DeviceTableProps {
  devices: OfficeDevice[];
  at: string; // when the server said so
}

/** Devices of which something is missing stand first. */
export function DeviceTable({ devices, at }: DeviceTableProps) {
  const { t } = useWords();
  const gaps = ({ missing }: OfficeDevice): number => (missing.length > 0 ? 0 : 1);
  const inOrder = devices.toSorted((a, b) => gaps(a) - gaps(b));
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>{t('devices.name')}</th>
          <th>{t('devices.office')}</th>
          <th>{t('devices.surface')}</th>
          <th>{t('devices.lastContact')}</th>
          <th className={table.figure}>{t('devices.received')}</th>
          <th className={styles.numbers}>{t('devices.numbers')}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map((device) => (
          <DeviceRow key={device.id} device={device} at={at} />
        ))}
      </tbody>
    </table>
  );
}

function DeviceRow({ device, at }: { device: OfficeDevice; at: string }) {
  const { t, format } = useWords();
  const here = useLive('device', null);
  const isHere = here?.state === 'ready' && here.device.id === device.id;
  const { revokedAt } = device;
  return (
    <tr>
      <td>
        <strong className={styles.name}>{device.name}</strong>
        {isHere && <span className={list.below}>{t('devices.here')}</span>}
        {revokedAt !== null && (
          <span className={styles.revoked}>{t('devices.revoked', { at: format.moment(revokedAt) })}</span>
        )}
      </td>
      <td>{device.offices.map(({ name }) => name).join(', ')}</td>
      <td>{t(`devices.${device.surface}`)}</td>
      <td className={table.keep}>
        <LastContact contactAt={device.lastContactAt} at={at} />
      </td>
      <td className={table.figure}>{format.number(device.submissions)}</td>
      <td className={styles.numbers}>
        <MissingNumbers device={device} />
      </td>
    </tr>
  );
}

function LastContact({ contactAt, at }: { contactAt: string | null; at: string }) {
  const { t, format } = useWords();
  if (contactAt === null) return t('devices.never');
  const seconds = Math.floor((Date.parse(at) - Date.parse(contactAt)) / 1000);
  const [unit, n] = agoOf(seconds);
  return (
    <>
      {format.moment(contactAt)}
      {seconds >= tellingSeconds && (
        <span className={list.below}>{t(`counter.ago.${unit}`, { n: String(n), count: n })}</span>
      )}
    </>
  );
}
