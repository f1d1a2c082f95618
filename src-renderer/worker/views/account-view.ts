import { filter, merge, type Observable } from 'rxjs';
import { policyAt } from '../../../shared/metering/windows';
import type { AccountView } from '../../data/account-view';
import { accountMoney } from '../billing/account-money';
import { balanceChange } from '../billing/own-payments';
import { isSelfService } from '../device/surface';
import { knownPolicies } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import { moneyChanges } from './billing-view';
import { everyMinute } from './every-minute';
import { live } from './live';
import { meterView } from './meter-view';

export interface AccountDesk extends ReadingDesk {
  historyComplete: () => boolean;
  historyComplete$: Observable<unknown>;
}

/** An account with its meters, told again when anything of it changes here or on the server. */
export function watchAccount(desk: AccountDesk, accountId: string): Observable<AccountView | null> {
  const { local } = desk;
  const triggers = merge(
    moneyChanges(desk, accountId),
    everyMinute(), // a window opens or closes at midnight
    local.changes$('policy'),
    local.changes$('accounts').pipe(filter((changes) => changes.some(({ id }) => id === accountId))),
    local
      .changes$('readings')
      .pipe(
        filter((changes) => changes.some(({ document }) => !document || document.accountId === accountId)),
      ),
    desk.historyComplete$,
  );
  return live(triggers, () => accountView(desk, accountId));
}

/** Null when the account, or any policy, is not here. */
export async function accountView(desk: AccountDesk, accountId: string): Promise<AccountView | null> {
  const { local, ledger, clock } = desk;
  const [account, policies] = await Promise.all([local.get('accounts', accountId), knownPolicies(local)]);
  const capture = clock.peek();
  const policy = policyAt(policies, capture.capturedAt);
  if (!account || !policy) return null;
  const byStaff = !isSelfService(desk);
  const ids = account.meters.map(({ id }) => id);
  const histories = await local.getMany('readings', ids);
  const meters = account.meters.map((meter) => {
    const history = histories.find(({ id }) => id === meter.id) ?? null;
    return meterView(ledger, { account, meter, history }, { policy, policies, capture, byStaff });
  });
  const money = await accountMoney(desk, accountId);
  const balanceBani = account.balanceBani + balanceChange(ledger, money);
  return {
    account: { ...account, balanceBani },
    meters: await Promise.all(meters),
    historyReady: desk.historyComplete() || histories.length === ids.length,
  };
}
