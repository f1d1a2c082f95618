import type { SealingKey } from '../shared/sync/sealed-export';
import type { Clock } from './clock';
import type { Database } from './db/connect';
import type { PaymentPageProvider } from './payment-page/payment-page';
import type { ChangeWatch } from './stream/change-watch';

/** What every route works with. */
export interface ServerContext {
  database: Database;
  clock: Clock;
  tokenKey: string;
  sealingKey: SealingKey;
  watch: ChangeWatch;
  /** Null: the utility has none. */
  paymentPage: PaymentPageProvider | null;
  /** Told of what goes wrong outside a request. */
  onError: (error: unknown) => void;
  /** Told in one line of what operators should look at, with the ids that it is about. */
  warn: (about: object, what: string) => void;
}
