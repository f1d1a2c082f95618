import { addMonths } from '../../shared/metering/period';
import type { Policy } from '../../shared/model/policy';

/** All month, so that an index can be sent whenever the demo is tried; or the utility's own last days. */
export const monthlyWindow = (strict: boolean): NonNullable<Policy['monthlyWindow']> =>
  strict ? { fromDay: 25, toDay: 31 } : { fromDay: 1, toDay: 31 };

/** The demo's first policy, in force since before its oldest reading. */
export function demoPolicy(now: string, strictWindow: boolean): Policy {
  return {
    id: 'policy-1',
    effectiveFrom: `${addMonths(now.slice(0, 7), -24)}-01T00:00:00.000Z`,
    timeZone: 'Europe/Bucharest',
    monthlyWindow: monthlyWindow(strictWindow),
    extraWindows: [],
    highFactor: 3,
    highFloorM3: 10,
    lateArrivalDays: 10,
    historyMonths: 6,
    staffOfflineDays: 7,
    clockTrustHours: 72,
    passwordLength: 6,
    customerTries: 5,
    customerLockMinutes: 15,
    invoiceBarcode: '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$',
    visitIdleSeconds: 60,
    visitWarningSeconds: 30,
  };
}
