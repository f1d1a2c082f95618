import type { Finding } from '../../../shared/metering/finding';
import type { Account } from '../../../shared/model/account';
import type { MeterView } from '../../data/account-view';

/** What can stand against any index of a meter, whatever it is. */
export type Obstacle = Extract<
  Finding,
  { code: 'account-closed' | 'apartment-not-eligible' | 'meter-removed' | 'meter-remote' | 'window-closed' }
>;

/** Why this meter takes no index now, in the rules' own words; null when it does. Saving is judged by the rules again. */
export function obstacleTo(account: Pick<Account, 'dwelling' | 'status'>, view: MeterView): Obstacle | null {
  if (account.status === 'closed') return { code: 'account-closed' };
  if (account.dwelling === 'apartment') return { code: 'apartment-not-eligible' };
  if (view.meter.status === 'removed') return { code: 'meter-removed' };
  if (view.meter.remote) return { code: 'meter-remote' };
  if (view.window) return null;
  return {
    code: 'window-closed',
    nextFrom: view.nextWindow?.from ?? null,
    nextTo: view.nextWindow?.to ?? null,
  };
}
