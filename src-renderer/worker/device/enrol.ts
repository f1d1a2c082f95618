import { EnrolResponse } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import type { EnrolOutcome } from '../../data/device-api';
import { learnLastSeq } from '../own/last-seq-at-server';
import { ExchangeError } from '../sync/exchange-error';
import type { DeviceParts } from './device-parts';
import { saveDeviceRecord } from './device-record';
import type { DeviceSync } from './device-sync';

/**
 * Redeems a one-time code and starts to work as that device. A code that is no code at all is unknown. Where the record
 * could not be kept although its code is spent, the next try keeps it: no other code is needed while this page lives.
 */
export async function enrol(parts: DeviceParts, sync: DeviceSync, code: string): Promise<EnrolOutcome> {
  const answer = parts.unkept.record ?? (await redeemed(parts, code));
  if ('outcome' in answer) return answer;
  const { sealingKey, lastSeq, ...record } = answer;
  parts.unkept.record = answer;
  try {
    await saveDeviceRecord(parts.deps.secrets, record);
  } catch (error) {
    console.error('the enrolment could not be kept', error);
    return { outcome: 'not-kept' };
  }
  const { device } = record;
  await learnLastSeq(parts, lastSeq);
  parts.sentinel.learn({ deviceId: device.id, sealingKey });
  await parts.sentinel.flush();
  await sync.end();
  await sync.begin(record);
  parts.unkept.record = null;
  return { outcome: 'enrolled', device };
}

async function redeemed({ connection, deps }: DeviceParts, code: string) {
  try {
    return await connection.exchange({
      path: routes.enrol,
      body: { code: code.trim() },
      reply: EnrolResponse,
      timeoutMs: deps.pace.requestTimeoutMs,
      anonymous: true,
    });
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    return outcomeOf(error);
  }
}

function outcomeOf({ code, kind }: ExchangeError): EnrolOutcome {
  if (code === 'code-unknown' || code === 'code-used' || code === 'too-fast') {
    return { outcome: 'refused', reason: code };
  }
  if (code === 'bad-request') return { outcome: 'refused', reason: 'code-unknown' };
  return kind === 'unreachable' ? { outcome: 'offline' } : { outcome: 'server-trouble' };
}
