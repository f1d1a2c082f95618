import { z } from 'zod';

/** An account's tabs, in order. */
export const AccountTab = z.enum(['readings', 'invoices', 'pay', 'payments', 'account']);
export type AccountTab = z.infer<typeof AccountTab>;

/** What the list page shows, in order: this device's submissions, the office's cases, and the day. */
export const ListShow = z.enum(['waiting', 'attention', 'cases', 'today']);
export type ListShow = z.infer<typeof ListShow>;
