import { awaitedEmail } from '../../../shared/customer/awaited-email';
import type { Account } from '../../../shared/model/account';
import { useClock } from '../now';

/** The address of an account that waits for its link to be opened. */
export function useAwaitedEmail({ contact }: Account): string | null {
  const clock = useClock();
  return awaitedEmail(contact.unconfirmed, new Date(clock.wallMs()).toISOString());
}
