import { z } from 'zod';
import { Bani, Day } from './primitives';

/** A clerk opens the day's cash drawer (kind `cash-drawer`) with what is in it. */
export const DrawerOpenedPayload = z.looseObject({
  event: z.literal('drawer-opened'),
  day: Day,
  openingBani: Bani.nonnegative(),
});
export type DrawerOpenedPayload = z.infer<typeof DrawerOpenedPayload>;

/** The money at one counter since the last closing, as it was when the drawer was counted. */
export const DrawerCount = z.object({
  openingBani: Bani.nonnegative(),
  /** By method: payments taken since the last closing, and payments of any day given back since then. */
  takings: z
    .array(
      z.object({
        method: z.enum(['cash', 'card']),
        payments: z.int().nonnegative(),
        takenBani: Bani.nonnegative(),
        reversals: z.int().nonnegative(),
        givenBackBani: Bani.nonnegative(),
      }),
    )
    .max(2),
  countedBani: Bani.nonnegative(), // cash in the drawer
  differenceBani: Bani, // counted minus expected: negative when money is missing
});
export type DrawerCount = z.infer<typeof DrawerCount>;

/** A clerk closes the day at this counter (kind `cash-drawer`): nothing waited when it was written. */
export const DayClosedPayload = z.looseObject({
  event: z.literal('day-closed'),
  day: Day,
  submissions: z.int().nonnegative(), // recorded on this device that day
  drawer: DrawerCount.nullable().optional(), // absent from versions without a drawer; null: no money was handled
});
export type DayClosedPayload = z.infer<typeof DayClosedPayload>;
