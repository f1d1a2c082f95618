import { addMonths, periodOfDay } from '../../shared/metering/period';
import { policyAt } from '../../shared/metering/windows';
import { localDay } from '../../shared/time/local-day';
import type { CallingDevice } from '../devices/calling-device';
import { readPolicies } from '../policy/read-policies';
import type { ServerContext } from '../server-context';

/** Whose eyes a document is rendered for. */
export interface Viewer {
  deviceId: string;
  officeIds: string[];
  isCounter: boolean;
  /** The first day whose invoices and payments a device holds. */
  historySince: string;
  tokenKey: string;
}

const defaultTimeZone = 'Europe/Bucharest';
const defaultHistoryMonths = 6;

export async function viewerOf(context: ServerContext, device: CallingDevice): Promise<Viewer> {
  const now = context.clock.now();
  const policy = policyAt(await readPolicies(context.database.db), now);
  const today = localDay(now, policy?.timeZone ?? defaultTimeZone);
  const months = policy?.historyMonths ?? defaultHistoryMonths;
  return {
    deviceId: device.id,
    officeIds: device.offices.map(({ id }) => id),
    isCounter: device.surface === 'counter',
    historySince: `${addMonths(periodOfDay(today), -months)}-01`,
    tokenKey: context.tokenKey,
  };
}
