import { z } from 'zod';

/** What a customer fills in. */
export const CustomerField = z.enum([
  'clientCode',
  'internalCode',
  'email',
  'phone',
  'password',
  'passwordAgain',
  'oldPassword',
]);
export type CustomerField = z.infer<typeof CustomerField>;
