import type { Account } from '../model/account';
import { awaitedEmail } from './awaited-email';

/**
 * Whether an account has an address, or had one asked for that waits for its link.
 * @param at an instant
 */
export const isEmailKnown = ({ emailKnown, contact }: Account, at: string): boolean =>
  emailKnown || awaitedEmail(contact.unconfirmed, at) !== null;
