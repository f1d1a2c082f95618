import type { Account } from '../model/account';

/**
 * The address that waits for its link to be opened; null when none does, or when its link has ended by that moment.
 * @param at an instant
 */
export const awaitedEmail = (unconfirmed: Account['contact']['unconfirmed'], at: string): string | null =>
  unconfirmed && unconfirmed.linkEndsAt > at ? unconfirmed.email : null;
