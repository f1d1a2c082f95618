import type { Account, MeterReadings, PeriodReading } from '../../shared/model/account';
import type { Policy } from '../../shared/model/policy';
import type { Staff } from '../../shared/model/staff';
import type { Submission } from '../../shared/model/submission';
import type { Verdict } from '../../shared/model/verdict';
import { fold } from '../../shared/search/fold';

/** Documents as a device pulls them, for tests without a server's tables. */

export const policyDocument = (over: Partial<Policy> = {}): Policy => ({
  id: 'policy-1',
  effectiveFrom: '2020-01-01T00:00:00.000Z',
  timeZone: 'Europe/Bucharest',
  monthlyWindow: { fromDay: 25, toDay: 31 },
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
  ...over,
});

export const ana: Staff = {
  id: 'staff-ana',
  userName: 'ana',
  displayName: 'Ana Pop',
  role: 'clerk',
  active: true,
};

export const monthReading = (
  period: string,
  index: number,
  over: Partial<PeriodReading> = {},
): PeriodReading => ({
  period,
  index,
  capturedAt: `${period}-26T08:00:00.000Z`,
  submissionId: `reading-${period}`,
  source: 'customer',
  ...over,
});

/** A house whose five-digit meter showed 1 234 m³ in October 2026 and uses 14 m³ a month. */
export function accountDocument(number = 1, over: Partial<Account> = {}): Account {
  const holderName = over.holderName ?? `Țăranu Ștefan ${number}`;
  return {
    id: `account-${number}`,
    clientCode: `10${String(number).padStart(5, '0')}`,
    internalCode: `I${number}`,
    holderName,
    nameKey: fold(holderName),
    customerKind: 'person',
    serviceAddress: `Str. Minerului nr. ${number}`,
    locality: 'Petroșani',
    officeId: 'office-1',
    dwelling: 'house',
    status: 'active',
    windowGroup: 'standard',
    contact: { phone: null, email: null, invoiceByEmail: false, unconfirmed: null },
    registered: false,
    emailKnown: false,
    balanceBani: 0,
    meters: [
      {
        id: `meter-${number}`,
        serial: `WS-${10_000 + number}`,
        digits: 5,
        remote: false,
        status: 'installed',
        installedOn: '2020-01-10',
        initialIndex: 0,
        usualM3: 14,
        usualBeforeM3: [14, 14],
        latestReadings: [monthReading('2026-10', 1234), monthReading('2026-09', 1220)],
      },
    ],
    ...over,
  };
}

/** The history of that meter, three months of it. */
export const historyDocument = (number = 1): MeterReadings => ({
  id: `meter-${number}`,
  accountId: `account-${number}`,
  months: [
    { ...monthReading('2026-08', 1206), consumptionM3: 14 },
    { ...monthReading('2026-09', 1220), consumptionM3: 14 },
    { ...monthReading('2026-10', 1234), consumptionM3: 14 },
  ],
});

export const verdictOn = (submission: Submission, over: Partial<Verdict> = {}): Verdict => ({
  id: submission.id,
  deviceId: submission.deviceId,
  officeId: 'office-1',
  accountId: submission.onBehalfOf,
  kind: submission.kind,
  outcome: 'accepted',
  findings: [],
  review: false,
  superseded: false,
  summary: null,
  decidedAt: '2026-11-26T08:00:05.000Z',
  settledBy: null,
  settlement: null,
  deviceName: null,
  ...over,
});
