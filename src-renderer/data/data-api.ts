import type { CareApi } from './care-api';
import type { DayApi } from './day-api';
import type { DeviceApi } from './device-api';
import type { DevicesApi } from './devices-api';
import type { EntryApi } from './entry-api';
import type { PaymentApi } from './payment-api';
import type { QueryArgs, QueryName, QueryValue } from './queries';
import type { SettlingApi } from './settling-api';
import type { SignInApi } from './sign-in-api';
import type { VisitApi } from './visit-api';

/*
 * The one interface between the screens and the data worker. Screens know nothing of RxDB, journals or the network:
 * they watch live queries and ask for things to be done. Every value here survives structured cloning.
 */
export interface DataApi
  extends DeviceApi,
    SignInApi,
    EntryApi,
    PaymentApi,
    SettlingApi,
    DayApi,
    CareApi,
    DevicesApi,
    VisitApi {
  /** Calls back with the value now and after every change, until the returned function is called. */
  watch<Q extends QueryName>(
    query: Q,
    args: QueryArgs<Q>,
    listener: (value: QueryValue<Q>) => void,
  ): Promise<() => void>;
}
