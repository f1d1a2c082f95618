import type { LocalData } from '../db/local-data';
import type { OwnLedger } from '../own/own-ledger';
import { type AccountMoney, ownPayments } from './own-payments';

/** Everything known here of an account's money. */
export async function accountMoney(
  { local, ledger }: { local: LocalData; ledger: OwnLedger },
  accountId: string,
): Promise<AccountMoney> {
  const selector = { accountId };
  const [invoices, payments] = await Promise.all([
    local.table('invoices')?.find({ selector }),
    local.table('payments')?.find({ selector }),
  ]);
  return { invoices: invoices ?? [], payments: payments ?? [], own: ownPayments(ledger, accountId) };
}
