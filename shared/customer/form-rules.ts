import type { Finding } from '../metering/finding';
import { EmailAddress, PhoneNumber } from '../model/customer';
import type { CustomerField } from '../model/customer-field';

/** One thing that is right or not about a form; the rule's name says what is right. */
export type FormRule<Facts> = (facts: Facts) => Finding | null;

export const isFilledIn = (field: CustomerField, text: string): Finding | null =>
  text.trim() === '' ? { code: 'field-missing', field } : null;

/** An empty one is another rule's to tell. */
export const isAnEmail = (email: string): Finding | null =>
  email.trim() === '' || EmailAddress.safeParse(email.trim()).success ? null : { code: 'email-malformed' };

export const isAPhone = (phone: string): Finding | null =>
  phone.trim() === '' || PhoneNumber.safeParse(plainPhone(phone)).success
    ? null
    : { code: 'phone-malformed' };

/** As people write it (`0722 123 456`), to the digits alone. */
export const plainPhone = (phone: string): string => phone.replaceAll(/[\s.\-/]/g, '');

/** What is typed twice, and the least length the policy asks for. */
export interface NewPassword {
  password: string;
  passwordAgain: string;
  least: number; // characters
}

export function checkNewPassword({ password, passwordAgain, least }: NewPassword): Finding[] {
  const findings: (Finding | null)[] = [
    password === '' ? { code: 'field-missing', field: 'password' } : null,
    password !== '' && [...password].length < least ? { code: 'password-too-short', least } : null,
    passwordAgain === '' ? { code: 'field-missing', field: 'passwordAgain' } : null,
    passwordAgain !== '' && password !== passwordAgain ? { code: 'passwords-differ' } : null,
  ];
  return findings.filter((finding) => finding !== null);
}
