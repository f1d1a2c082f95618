import type { Surface } from '../../shared/model/primitives';
import type { Db } from '../db/connect';
import { saveEnrolmentCode } from '../devices/administer';

export interface DemoDevice {
  code: string;
  /** What the place is called on the console. */
  label: string;
  deviceName: string;
  surface: Surface;
  officeIds: string[];
}

/** Each code is good for any number of devices, so that every browser profile becomes one of its own. */
export const demoDevices: readonly [DemoDevice, ...DemoDevice[]] = [
  {
    code: 'ghiseu-petrosani',
    label: 'Counter in Petroșani',
    deviceName: 'Ghișeu Petroșani',
    surface: 'counter',
    officeIds: ['petrosani'],
  },
  {
    code: 'ghiseu-lupeni',
    label: 'Counter in Lupeni',
    deviceName: 'Ghișeu Lupeni',
    surface: 'counter',
    officeIds: ['lupeni'],
  },
  {
    code: 'infochiosc-petrosani',
    label: 'Kiosk in Petroșani',
    deviceName: 'Infochioșc Petroșani',
    surface: 'self-service',
    officeIds: ['petrosani'],
  },
];

export async function saveDemoDevices(db: Db, now: string): Promise<void> {
  for (const { code, deviceName, surface, officeIds } of demoDevices) {
    await saveEnrolmentCode(db, { code, deviceName, surface, officeIds, usesLeft: null, now });
  }
}

export const addressFor = (serverUrl: string, { code }: DemoDevice): string =>
  `${serverUrl}/#enrol=${encodeURIComponent(code)}`;
