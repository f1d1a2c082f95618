import { z } from 'zod';
import { Day, Id, Instant, Period } from './primitives';

/** When an index for `period` may be sent: from the start of `from` to the end of `to`, both included. */
export const TransmissionWindow = z.object({
  period: Period,
  from: Day,
  to: Day,
  groups: z.array(z.string().max(32)).nullable(), // null: every group
});
export type TransmissionWindow = z.infer<typeof TransmissionWindow>;

/** The utility's rules in force from `effectiveFrom` until the next policy's. */
export const Policy = z.object({
  id: Id,
  effectiveFrom: Instant,
  timeZone: z.string().max(64),
  /** Every month's own window; null when only `extraWindows` apply. The last day never passes the month's end. */
  monthlyWindow: z.object({ fromDay: z.int().min(1).max(28), toDay: z.int().min(1).max(31) }).nullable(),
  extraWindows: z.array(TransmissionWindow).max(100),
  highFactor: z.number().positive(), // consumption above this many times usual asks for confirmation
  highFloorM3: z.int().nonnegative(), // and never below this many m³ a month
  lateArrivalDays: z.int().nonnegative(),
  historyMonths: z.int().positive(),
  staffOfflineDays: z.int().positive(),
  clockTrustHours: z.number().positive(), // how long a restarted device's own clock is believed
  passwordLength: z.int().min(6), // least characters of a customer's password
  customerTries: z.int().positive(), // wrong codes or passwords before a customer's next try has to wait
  customerLockMinutes: z.int().positive(), // for how long then
  /** What the barcode of an invoice says: a pattern with the groups `clientCode` and `internalCode`. */
  invoiceBarcode: z.string().max(200),
  visitIdleSeconds: z.int().min(15), // nobody touches the kiosk: then it asks
  visitWarningSeconds: z.int().min(20), // how long it waits for an answer before everything is wiped (EN 301 549: at least 20)
});
export type Policy = z.infer<typeof Policy>;
