import type { KnownUsual } from '../../shared/metering/usual';
import type { Account, Meter, PeriodReading } from '../../shared/model/account';
import type { Invoice, Payment } from '../../shared/model/billing';
import type { Policy } from '../../shared/model/policy';

/** What the demo's utility is made from: the same of these gives the same utility. */
export interface DemoPlan {
  accounts: number;
  seed: number;
  /** The moment it is made: history ends with the month before, in the policy's time zone. */
  now: string;
  policy: Policy;
}

/** One meter and every value ever recorded for it, oldest first. */
export interface DemoMeter {
  meter: Omit<Meter, keyof KnownUsual>;
  readings: PeriodReading[];
}

/** One account with all that belongs to it. */
export interface DemoAccount {
  account: Omit<Account, 'meters' | 'nameKey' | 'registered' | 'emailKnown'>;
  meters: DemoMeter[];
  invoices: Invoice[];
  payments: Payment[];
}
