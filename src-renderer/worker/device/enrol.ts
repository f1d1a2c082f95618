import { EnrolResponse } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import type { EnrolOutcome } from '../../data/data-api';
import { ExchangeError } from '../sync/exchange-error';
import type { DeviceParts } from './device-parts';
import { saveDeviceRecord } from './device-record';
import type { DeviceSync } from './device-sync';

/** Redeems a one-time code and starts to work as that device. A code that is no code at all is unknown. */
export async function enrol(parts: DeviceParts, sync: DeviceSync, code: string): Promise<EnrolOutcome> {
  try {
    const record = await parts.connection.exchange({
      path: routes.enrol,
      body: { code: code.trim() },
      reply: EnrolResponse,
      timeoutMs: parts.deps.pace.requestTimeoutMs,
      anonymous: true,
    });
    await saveDeviceRecord(parts.deps.secrets, record);
    await sync.end();
    await sync.begin(record);
    return { outcome: 'enrolled', device: record.device };
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    return outcomeOf(error);
  }
}

function outcomeOf({ code }: ExchangeError): EnrolOutcome {
  if (code === 'code-unknown' || code === 'code-used' || code === 'too-fast') {
    return { outcome: 'refused', reason: code };
  }
  return code === 'bad-request' ? { outcome: 'refused', reason: 'code-unknown' } : { outcome: 'offline' };
}
