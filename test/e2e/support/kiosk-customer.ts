import { codeHintKey, internalCodeHint } from '../../../src-server/devices/secrets';
import { type CentralServer, type Customer, plainCustomers } from './central-server';
import type { Codes } from './kiosk';

export interface KioskCustomer extends Customer, Codes {
  digits: number;
  /** Where a slip can go; null: the account has no address. */
  email: string | null;
}

/** Customers who hold their invoice and may send an index. */
export async function kioskCustomers(server: CentralServer, count: number): Promise<KioskCustomer[]> {
  const plain = await plainCustomers(server, count);
  return Promise.all(plain.map((customer) => withCodes(server, customer)));
}

async function withCodes(server: CentralServer, customer: Customer): Promise<KioskCustomer> {
  const [more] = await server.rows<Omit<KioskCustomer, keyof Customer>>(
    `select a.internal_code as "internalCode", a.email, m.digits from accounts a join meters m on m.account_id = a.id
     where a.id = $1`,
    [customer.accountId],
  );
  if (!more) throw new Error(`Account ${customer.accountId} has no meter.`);
  return { ...customer, ...more };
}

/** The index after so much more water, as the register shows it. */
export const grownBy = ({ lastIndex, digits }: KioskCustomer, m3: number): string =>
  String(lastIndex + m3).padStart(digits, '0');

/** As the barcode on the invoice says it, by the demo's policy. */
export const barcodeOf = ({ clientCode, internalCode }: Codes): string => `${clientCode}-${internalCode}`;

/** Another internal code that a kiosk cannot tell from the customer's own. */
export async function sameHintCode(server: CentralServer, internalCode: string): Promise<string> {
  const [state] = await server.rows<{ tokenKey: string }>('select token_key as "tokenKey" from server_state');
  const key = codeHintKey(state?.tokenKey ?? '');
  const hint = internalCodeHint(key, internalCode);
  for (let tried = 10_000; tried < 1_000_000; tried++) {
    const code = String(tried);
    if (code !== internalCode && internalCodeHint(key, code) === hint) return code;
  }
  throw new Error('No other code has this hint.');
}
