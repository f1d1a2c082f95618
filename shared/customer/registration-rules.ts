import type { Finding } from '../metering/finding';
import {
  checkNewPassword,
  type FormRule,
  isAnEmail,
  isAPhone,
  isFilledIn,
  type NewPassword,
} from './form-rules';

/** What a registration is judged by, on the device while it is typed and on the server when it arrives. */
export interface RegistrationFacts {
  clientCode: string;
  internalCode: string;
  email: string;
  phone: string;
  /** Null where it arrives: only its hash travels. */
  password: NewPassword | null;
  /** Whether both codes are those of one account, as far as is known here. */
  codesMatch: boolean;
  /** Whether that account has a login that this registration does not replace; a clerk's replaces an older one. */
  registered: boolean;
  /** At a counter: has the clerk said that a document was seen? Null at a kiosk, where the codes stand for it. */
  identityDocument: 'seen' | 'not-seen' | null;
}

type RegistrationRule = FormRule<RegistrationFacts>;

const hasCodes: RegistrationRule = ({ clientCode, internalCode }) =>
  isFilledIn('clientCode', clientCode) ?? isFilledIn('internalCode', internalCode);

const codesAreOfOneAccount: RegistrationRule = (facts) =>
  hasCodes(facts) || facts.codesMatch ? null : { code: 'codes-mismatch' };

const isNotRegistered: RegistrationRule = ({ codesMatch, registered }) =>
  codesMatch && registered ? { code: 'already-registered' } : null;

const identityWasSeen: RegistrationRule = ({ identityDocument }) =>
  identityDocument === 'not-seen' ? { code: 'identity-not-seen' } : null;

const rules: readonly RegistrationRule[] = [
  ({ clientCode }) => isFilledIn('clientCode', clientCode),
  ({ internalCode }) => isFilledIn('internalCode', internalCode),
  codesAreOfOneAccount,
  isNotRegistered,
  ({ email }) => isFilledIn('email', email),
  ({ email }) => isAnEmail(email),
  ({ phone }) => isFilledIn('phone', phone),
  ({ phone }) => isAPhone(phone),
  identityWasSeen,
];

/** Everything that stands against a registration. Pure: the same on the device and on the server. */
export const checkRegistration = (facts: RegistrationFacts): Finding[] => [
  ...rules.flatMap((rule) => rule(facts) ?? []),
  ...(facts.password ? checkNewPassword(facts.password) : []),
];
