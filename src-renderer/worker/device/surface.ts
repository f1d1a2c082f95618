import type { DeviceRecord } from './device-record';

/** Who this device is; null until it is enrolled. */
export interface Enrolled {
  record: DeviceRecord | null;
}

/** Whether customers themselves stand before it. */
export const isSelfService = ({ enrolled }: { enrolled: Enrolled }): boolean =>
  enrolled.record?.device.surface === 'self-service';
