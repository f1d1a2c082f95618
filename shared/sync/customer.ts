import { z } from 'zod';
import { EmailAddress } from '../model/customer';
import { Id, Instant } from '../model/primitives';

/*
 * What a kiosk asks the server about the person in front of it. All of it needs the connection; none of it is kept on
 * the device. Wrong answers never say which part was wrong.
 */

/** `POST /sync/customer/identify`: are these the two codes of one account of this device's offices? */
export const IdentifyRequest = z.object({
  clientCode: z.string().trim().min(1).max(16),
  internalCode: z.string().trim().min(1).max(16),
});
export type IdentifyRequest = z.infer<typeof IdentifyRequest>;

export const IdentifyResponse = z.object({ accountId: Id, serverTime: Instant });
export type IdentifyResponse = z.infer<typeof IdentifyResponse>;

/** `POST /sync/customer/sign-in`: e-mail and password open every account that was registered with them. */
export const CustomerSignInRequest = z.object({
  email: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});
export type CustomerSignInRequest = z.infer<typeof CustomerSignInRequest>;

/** A customer's own data, shown while they stand there. */
export const CustomerProfile = z.object({
  accountId: Id,
  clientCode: z.string().max(16),
  holderName: z.string().max(200),
  serviceAddress: z.string().max(200),
  locality: z.string().max(100),
  phone: z.string().max(20).nullable(),
  email: z.string().max(200).nullable(), // to which invoices go
  loginEmail: EmailAddress,
  unconfirmedEmail: z.string().max(200).nullable(), // a link was sent to it and nobody has opened it yet
  invoiceByEmail: z.boolean(),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** A token proves to the server who asks, for this device alone and for minutes after its last use. */
export const CustomerSession = z.object({
  token: z.string().max(100),
  endsAt: Instant,
  profile: CustomerProfile,
});
export type CustomerSession = z.infer<typeof CustomerSession>;

export const CustomerSignInResponse = z.object({
  sessions: z.array(CustomerSession).min(1).max(20), // one an account
  serverTime: Instant,
});
export type CustomerSignInResponse = z.infer<typeof CustomerSignInResponse>;

/** `POST /sync/customer/renew`: the customer is still there and uses the kiosk, so their sign-in lasts longer. */
export const CustomerRenewRequest = z.object({ tokens: z.array(z.string().max(100)).min(1).max(20) });

export const CustomerRenewResponse = z.object({
  sessions: z.array(z.object({ accountId: Id, endsAt: Instant })).max(20), // left out: it has ended
  serverTime: Instant,
});
export type CustomerRenewResponse = z.infer<typeof CustomerRenewResponse>;

/** `POST /sync/customer/profile`: as it is now, after something was changed. */
export const ProfileRequest = z.object({ token: z.string().max(100) });
export const ProfileResponse = z.object({
  profile: CustomerProfile,
  endsAt: Instant, // of the sign-in, which this use of it has made longer
  serverTime: Instant,
});
export type ProfileResponse = z.infer<typeof ProfileResponse>;

/** `POST /sync/customer/password`: changes the password; the old one is asked for again. */
export const PasswordChangeRequest = z.object({
  token: z.string().max(100),
  oldPassword: z.string().min(1).max(200),
  newPassword: z.string().min(6).max(200),
});
export type PasswordChangeRequest = z.infer<typeof PasswordChangeRequest>;

export const PasswordChangeResponse = z.object({ endsAt: Instant, serverTime: Instant });

/** `POST /sync/customer/sign-out`: the tokens are good for nothing more. */
export const CustomerSignOutRequest = z.object({ tokens: z.array(z.string().max(100)).max(20) });

export const Done = z.object({ serverTime: Instant });
export type Done = z.infer<typeof Done>;
