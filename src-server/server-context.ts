import type { SealingKey } from '../shared/sync/sealed-export';
import type { Clock } from './clock';
import type { Database } from './db/connect';
import type { ChangeWatch } from './stream/change-watch';

/** What every route works with. */
export interface ServerContext {
  database: Database;
  clock: Clock;
  tokenKey: string;
  sealingKey: SealingKey;
  watch: ChangeWatch;
  /** Told of what goes wrong outside a request. */
  onError: (error: unknown) => void;
}
