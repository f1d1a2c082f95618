import type { OfficeDevice } from '../../shared/sync/office-devices';

/** What a supervisor asks of the office's other devices. */
export interface DevicesApi {
  /** What the server knows of the devices of this counter's offices. Online only, for a supervisor. */
  officeDevices(): Promise<OfficeDevicesOutcome>;
}

export type OfficeDevicesOutcome =
  | { outcome: 'listed'; devices: OfficeDevice[]; at: string } // as it stood at that time of the server's
  | {
      outcome: 'refused';
      /** `not-signed-in`: the server knows of no late enough sign-in at this counter. */
      reason: 'not-a-supervisor' | 'not-signed-in' | 'too-fast';
    }
  | { outcome: 'offline' };
