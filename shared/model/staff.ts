import { z } from 'zod';
import { Id } from './primitives';

export const StaffRole = z.enum(['clerk', 'supervisor', 'it']);
export type StaffRole = z.infer<typeof StaffRole>;

/** A person of the utility as devices know them: never a password or its hash. */
export const Staff = z.object({
  id: Id,
  userName: z.string().min(1).max(64),
  displayName: z.string().max(100),
  role: StaffRole,
  active: z.boolean(),
});
export type Staff = z.infer<typeof Staff>;
