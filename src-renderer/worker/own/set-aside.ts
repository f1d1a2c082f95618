import { z } from 'zod';
import { Finding } from '../../../shared/metering/finding';
import type { KeptStore } from '../db/kept-store';
import type { OwnLedger } from './own-ledger';

/** Under this the device keeps why the server could not record a submission, by the submission's id. */
export const setAsidePrefix = 'set-aside ';

export async function recallSetAside(kept: KeptStore, ledger: OwnLedger): Promise<void> {
  for (const [id, findings] of await kept.under(setAsidePrefix)) {
    ledger.setAside(id, z.array(Finding).catch([]).parse(findings));
  }
}
