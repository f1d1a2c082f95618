import { z } from 'zod';
import { Id, Language, SubmissionId } from './primitives';

/*
 * What a customer asks for about themselves. Whatever is personal is sealed to the server's key before it reaches the
 * journal; each sealed part names its submission, so that it is good for no other.
 */

/** A compact JWE that only the server opens. */
export const Sealed = z.string().min(1).max(20_000);

export const EmailAddress = z.email().max(200);

/** A Romanian phone number: exactly ten digits. */
export const PhoneNumber = z.string().regex(/^\d{10}$/);

/** How a customer shows that the account is theirs: the code on the invoice, or a sign-in that the server answered. */
export const CustomerProof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('codes'), internalCode: z.string().max(16) }),
  z.object({ kind: z.literal('session'), token: z.string().max(100) }),
]);
export type CustomerProof = z.infer<typeof CustomerProof>;

/** What `sealedProof` of a customer's own reading holds. */
export const ReadingProof = z.object({ submissionId: SubmissionId, proof: CustomerProof });
export type ReadingProof = z.infer<typeof ReadingProof>;

/** A customer asks for a login (kind `registration`). At a counter the clerk says that a document was seen. */
export const RegistrationPayload = z.looseObject({
  accountId: Id,
  sealed: Sealed.nullable(), // a RegistrationSecret; null once it is decided
  identityDocument: z.literal('seen').nullable(),
  language: Language.optional(), // of mail about it; absent: Romanian
});
export type RegistrationPayload = z.infer<typeof RegistrationPayload>;

export const RegistrationSecret = z.object({
  submissionId: SubmissionId,
  clientCode: z.string().max(16),
  internalCode: z.string().max(16),
  email: EmailAddress,
  phone: PhoneNumber,
  passwordHash: z.string().startsWith('$argon2id$').max(200), // encoded: the password itself never leaves the screen
});
export type RegistrationSecret = z.infer<typeof RegistrationSecret>;

/** Another phone, e-mail, or way to get the invoice (kind `contact-change`). What is absent stays as it is. */
export const ContactChangePayload = z.looseObject({
  accountId: Id,
  sealed: Sealed.nullable(), // a ContactChangeSecret; null once it is decided
  identityDocument: z.literal('seen').nullable(),
  language: Language.optional(), // of mail about it; absent: Romanian
});
export type ContactChangePayload = z.infer<typeof ContactChangePayload>;

export const ContactChangeSecret = z.object({
  submissionId: SubmissionId,
  proof: CustomerProof.nullable(), // null at a counter, where a clerk answers for it
  phone: PhoneNumber.optional(),
  email: EmailAddress.optional(),
  invoiceByEmail: z.boolean().optional(),
});
export type ContactChangeSecret = z.infer<typeof ContactChangeSecret>;

/** The slip of something recorded goes to the account's e-mail address (kind `note`), once the server has it. */
export const EmailSlipPayload = z.looseObject({
  event: z.literal('email-slip'),
  accountId: Id,
  submissionId: z.union([SubmissionId, z.uuidv4()]), // or the id of a payment order that was paid at this device
  language: Language.optional(), // of the mail; absent: Romanian
});
export type EmailSlipPayload = z.infer<typeof EmailSlipPayload>;
