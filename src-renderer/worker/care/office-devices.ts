import { OfficeDevicesResponse } from '../../../shared/sync/office-devices';
import type { ProblemCode } from '../../../shared/sync/problem';
import { routes } from '../../../shared/sync/routes';
import type { OfficeDevicesOutcome } from '../../data/devices-api';
import type { DeviceParts } from '../device/device-parts';
import { ExchangeError } from '../sync/exchange-error';
import { asked } from '../visit/visit-desk';

type Refusal = Extract<OfficeDevicesOutcome, { outcome: 'refused' }>['reason'];

const refusals: Partial<Record<ProblemCode, Refusal>> = {
  'not-a-supervisor': 'not-a-supervisor',
  'not-signed-in': 'not-signed-in',
  'too-fast': 'too-fast',
};

/** Asks the server, which looks into its own table who the person is that is signed in here. */
export async function officeDevices(
  desk: Pick<DeviceParts, 'connection' | 'deps' | 'session'>,
): Promise<OfficeDevicesOutcome> {
  const { staff } = desk.session;
  if (staff?.role !== 'supervisor') return { outcome: 'refused', reason: 'not-a-supervisor' };
  const answer = await asked(desk, {
    path: routes.officeDevices,
    body: { staffId: staff.id },
    reply: OfficeDevicesResponse,
  });
  if (!(answer instanceof ExchangeError)) {
    return { outcome: 'listed', devices: answer.devices, at: answer.serverTime };
  }
  const reason = answer.code === null ? undefined : refusals[answer.code];
  if (reason) return { outcome: 'refused', reason };
  if (answer.kind === 'refused') throw answer; // there are no words for it but that it failed
  return { outcome: 'offline' };
}
