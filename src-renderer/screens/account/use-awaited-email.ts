import { awaitedEmail } from '../../../shared/customer/awaited-email';
import type { Account } from '../../../shared/model/account';
import { useServerMs } from '../now';

/** The address of an account that waits for its link to be opened. */
export function useAwaitedEmail({ contact }: Account): string | null {
  const serverMs = useServerMs();
  return awaitedEmail(contact.unconfirmed, new Date(serverMs()).toISOString());
}
