import type { Clock } from '../../src-server/clock';
import type { Database } from '../../src-server/db/connect';
import { type DeskOptions, paymentDesk } from '../../src-server/orders/payment-desk';
import { hostedPage } from '../../src-server/payment-page/hosted-page';
import type { PaymentPageProvider } from '../../src-server/payment-page/payment-page';
import { key } from './paying';

interface Place {
  database: Database;
  clock: Clock;
  /** Where the payment provider is. */
  pageUrl: string;
  /** Between the server and the provider. */
  through?: (provider: PaymentPageProvider) => PaymentPageProvider;
}

/** A server process's payment desk without the rest of it; it reconciles when it is told to. */
export function deskOn(
  { database, clock, pageUrl, through = (provider) => provider }: Place,
  options: DeskOptions = {},
) {
  const onError = () => undefined;
  const callbackUrl = () => 'http://localhost/nobody-listens';
  const paymentPage = through(hostedPage({ url: pageUrl, key, callbackUrl, clock, onError }));
  const watch = { changed: () => undefined, subscribe: () => () => undefined, close: async () => undefined };
  const context = { database, clock, watch, onError, warn: () => undefined, paymentPage };
  return paymentDesk(context, { reconcileMs: 3_600_000, ...options });
}
