import { z } from 'zod';
import { Bani, Day, Id, Instant, Period, ReadingSource } from './primitives';

/** The accepted reading that stands for one billing month of one meter. */
export const PeriodReading = z.object({
  period: Period,
  index: z.int().nonnegative(), // whole m³ on the register
  capturedAt: Instant,
  submissionId: Id, // of an imported reading: the import's own id
  source: ReadingSource,
});
export type PeriodReading = z.infer<typeof PeriodReading>;

/** Median m³ a month; null with fewer than 3 actual intervals. */
const UsualM3 = z.number().nonnegative().nullable();

export const Meter = z.object({
  id: Id,
  serial: z.string().min(1).max(32),
  digits: z.int().min(3).max(9), // whole-m³ digits on the register
  remote: z.boolean(), // read by radio
  status: z.enum(['installed', 'removed']),
  installedOn: Day,
  initialIndex: z.int().nonnegative(), // m³ on the register when it was installed
  usualM3: UsualM3, // over all that was read
  usualBeforeM3: z.array(UsualM3).max(2), // before the month of each of the latest two readings, see `usualIn`
  /** Newest first: the latest two periods and, when the second is an estimate, the latest actual one before it. */
  latestReadings: z.array(PeriodReading).max(3),
});
export type Meter = z.infer<typeof Meter>;

export const Account = z.object({
  id: Id,
  clientCode: z.string().max(16),
  /** Self-service devices hold only 12 bits of a keyed hash of it (three hex digits), keyed by `KioskServices`. */
  internalCode: z.string().max(16),
  holderName: z.string().max(200),
  /** `holderName` folded for search: lower case, no diacritics. */
  nameKey: z.string().max(200),
  customerKind: z.enum(['person', 'association', 'company']),
  serviceAddress: z.string().max(200),
  locality: z.string().max(100),
  officeId: Id,
  dwelling: z.enum(['house', 'apartment']),
  status: z.enum(['active', 'closed']),
  windowGroup: z.string().max(32), // which transmission windows apply
  contact: z.object({
    phone: z.string().max(20).nullable(),
    email: z.string().max(200).nullable(),
    invoiceByEmail: z.boolean(),
    /** An address asked for last and not shown yet to be its reader's. Devices in a public lobby hold none. */
    unconfirmed: z
      .object({ email: z.string().max(200), linkEndsAt: Instant }) // the link may have ended by now: nothing changes then
      .nullable(),
  }),
  /** Whether its customer has a login of their own, and whether we know an e-mail address: a kiosk holds no more of them. */
  registered: z.boolean(),
  emailKnown: z.boolean(),
  balanceBani: Bani, // positive: the customer owes
  meters: z.array(Meter).max(20),
});
export type Account = z.infer<typeof Account>;

/**
 * The last 13 months of one meter, oldest first, and what is older of its latest three readings and of the actual one behind
 * them; `id` is the meter's.
 */
export const MeterReadings = z.object({
  id: Id,
  accountId: Id,
  months: z
    .array(PeriodReading.extend({ consumptionM3: z.int().nullable() })) // null where no earlier index is known
    .max(14),
});
export type MeterReadings = z.infer<typeof MeterReadings>;
