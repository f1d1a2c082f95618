import { z } from 'zod';

/** An account's tabs, in order. */
export const AccountTab = z.enum(['readings', 'invoices', 'payments']);
export type AccountTab = z.infer<typeof AccountTab>;

/** The lists of this device's submissions, in order. */
export const ListShow = z.enum(['waiting', 'attention', 'today']);
export type ListShow = z.infer<typeof ListShow>;
