import { z } from 'zod';
import { Account, MeterReadings } from '../model/account';
import { Invoice, Payment } from '../model/billing';
import { Policy } from '../model/policy';
import { Staff } from '../model/staff';
import { Verdict } from '../model/verdict';

/** Everything a device pulls: collection name → schema of its documents. */
export const pulledCollections = {
  policy: Policy,
  staff: Staff,
  accounts: Account,
  verdicts: Verdict,
  readings: MeterReadings,
  invoices: Invoice,
  payments: Payment,
} as const;

export type PulledCollections = {
  [Name in keyof typeof pulledCollections]: z.infer<(typeof pulledCollections)[Name]>;
};
export type CollectionName = keyof PulledCollections;
export const collectionNames = Object.keys(pulledCollections) as CollectionName[];
export const CollectionName = z.enum(collectionNames as [CollectionName, ...CollectionName[]]);
