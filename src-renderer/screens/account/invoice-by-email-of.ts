import type { Account } from '../../../shared/model/account';

/** Whether the invoice goes out by e-mail: it may be asked for before there is an address it can go to. */
export const invoiceByEmailOf = ({ contact }: Pick<Account, 'contact'>): 'yes' | 'no' | 'noAddressYet' => {
  if (!contact.invoiceByEmail) return 'no';
  return contact.email ? 'yes' : 'noAddressYet';
};
