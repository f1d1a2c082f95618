import type { Finding } from '../metering/finding';
import { type FormRule, isAnEmail, isAPhone, isFilledIn } from './form-rules';

/** What a change of contact details is judged by; what is null stays as it is. */
export interface ContactFacts {
  phone: string | null;
  email: string | null;
  invoiceByEmail: boolean | null;
  /** Whether an address is there already to send invoices to, or waits for its link: they begin once it is opened. */
  emailKnown: boolean;
  /** At a counter: has the clerk said that a document was seen? Null at a kiosk, where the sign-in stands for it. */
  identityDocument: 'seen' | 'not-seen' | null;
}

type ContactRule = FormRule<ContactFacts>;

const changesSomething: ContactRule = ({ phone, email, invoiceByEmail }) =>
  phone === null && email === null && invoiceByEmail === null ? { code: 'nothing-changed' } : null;

const invoicesHaveAnAddress: ContactRule = ({ invoiceByEmail, email, emailKnown }) =>
  invoiceByEmail && !emailKnown && (email ?? '').trim() === '' ? { code: 'invoices-need-email' } : null;

const rules: readonly ContactRule[] = [
  changesSomething,
  ({ phone }) => (phone === null ? null : (isFilledIn('phone', phone) ?? isAPhone(phone))),
  ({ email }) => (email === null ? null : (isFilledIn('email', email) ?? isAnEmail(email))),
  invoicesHaveAnAddress,
  ({ identityDocument }) => (identityDocument === 'not-seen' ? { code: 'identity-not-seen' } : null),
];

/** Everything that stands against a change of contact details. Pure: the same on the device and on the server. */
export const checkContactChange = (facts: ContactFacts): Finding[] =>
  rules.flatMap((rule) => rule(facts) ?? []);
