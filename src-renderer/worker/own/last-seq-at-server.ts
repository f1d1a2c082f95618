import { z } from 'zod';
import type { KeptStore } from '../db/kept-store';
import { keepInPassing } from '../startup/keep-in-passing';
import type { OwnLedger } from './own-ledger';

const key = 'last-seq-at-server';

const KeptLastSeq = z.int().nonnegative().catch(0);

interface Own {
  kept: KeptStore;
  ledger: OwnLedger;
}

/** The server said which numbers it has of this device: kept, so that a start without a network counts on from them too. */
export async function learnLastSeq({ kept, ledger }: Own, lastSeq: number): Promise<void> {
  ledger.serverHas(lastSeq);
  if (ledger.nextSeq === lastSeq + 1) await keepInPassing(kept, key, lastSeq); // else this machine counts from its own
}

/** What the server said before this start. @throws when it cannot be read */
export async function recallLastSeq({ kept, ledger }: Own): Promise<void> {
  ledger.serverHas(KeptLastSeq.parse(await kept.get(key)));
}
