import type { Account } from '../../../shared/model/account';

/**
 * Whether the invoice goes out by e-mail: it may be asked for before there is an address it can go to.
 * @param awaited an address that waits for its link to be opened
 */
export function invoiceByEmailOf(
  { contact }: Pick<Account, 'contact'>,
  awaited: string | null,
): 'yes' | 'no' | 'afterConfirming' | 'noAddressYet' {
  if (!contact.invoiceByEmail) return 'no';
  if (contact.email) return 'yes';
  return awaited === null ? 'noAddressYet' : 'afterConfirming';
}
