import { policyAt, windowAt } from '../../../shared/metering/windows';
import type { Account, Meter } from '../../../shared/model/account';
import type { Policy } from '../../../shared/model/policy';
import type { Verdict } from '../../../shared/model/verdict';
import type { SearchHit } from '../../data/search-view';
import type { OwnLedger } from '../own/own-ledger';
import { standingOf } from '../reading/standing';

type Month = SearchHit['month'];

export interface MonthContext {
  policies: readonly Policy[];
  now: string;
  /** What waits for a supervisor in this device's offices, from whichever device. */
  held: readonly Pick<Verdict, 'id' | 'summary'>[];
}

const maySend = (account: Account, meter: Meter): boolean =>
  account.status === 'active' &&
  account.dwelling === 'house' &&
  meter.status === 'installed' &&
  !meter.remote;

/** Where this month's index stands over all of an account's meters that may send one: the one that is furthest behind. */
export function monthState(
  account: Account,
  ledger: OwnLedger,
  { policies, now, held }: MonthContext,
): Month {
  const policy = policyAt(policies, now);
  const window = policy && windowAt(policy, account.windowGroup, now);
  const meters = account.meters.filter((meter) => maySend(account, meter));
  if (!window || meters.length === 0) return 'not-expected';
  const states = meters.map((meter): Month => {
    const standing = standingOf({ account, meter, history: null }, ledger, policies);
    const current = standing.find(({ period }) => period === window.period);
    const isHeld = held.some(
      ({ id, summary }) =>
        summary?.meterId === meter.id &&
        summary.period === window.period &&
        (!current || current.source === 'estimate' || current.submissionId === id),
    );
    if (isHeld) return 'held';
    if (!current || current.source === 'estimate') return 'nothing-yet';
    const own = ledger.get(current.submissionId);
    return own && !ledger.verdicts.has(own.id) ? 'kept-here' : 'received';
  });
  return (
    (['nothing-yet', 'held', 'kept-here'] as const).find((state) => states.includes(state)) ?? 'received'
  );
}
