import { concatMap, type Subscription } from 'rxjs';
import type { LocalData } from '../db/local-data';
import type { OwnLedger } from './own-ledger';

/** Tells the ledger of every verdict document on this device's submissions, in this cache and in later ones. */
export function followVerdicts(local: LocalData, ledger: OwnLedger): Subscription {
  const arriving = local
    .changes$('verdicts')
    .subscribe((changes) => ledger.settle(changes.flatMap(({ document }) => document ?? [])));
  arriving.add(
    local.cache$
      .pipe(
        concatMap(async (cache) => {
          if (!cache) return; // between two caches what is known still holds
          ledger.forgetVerdicts();
          await settleFromCache(local, ledger).catch((error: unknown) =>
            console.error('verdicts could not be read', error),
          );
        }),
      )
      .subscribe(),
  );
  return arriving;
}

/** Settles what the open cache already knows. */
export async function settleFromCache(local: LocalData, ledger: OwnLedger): Promise<void> {
  const ids = ledger.waiting().map(({ id }) => id);
  ledger.settle(await local.getMany('verdicts', ids));
}
