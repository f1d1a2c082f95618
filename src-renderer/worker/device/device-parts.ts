import type { Subscription } from 'rxjs';
import { distinctUntilChanged, map } from 'rxjs/operators';
import type { EnrolResponse } from '../../../shared/sync/device';
import { Comparison } from '../compare/comparison';
import { LocalData } from '../db/local-data';
import { StorageHealth, watchedStorage } from '../db/storage-health';
import type { DataWorkerDeps } from '../deps';
import { JournalRoom } from '../journal/journal-room';
import { followVerdicts } from '../own/follow-verdicts';
import { Recorder } from '../own/recorder';
import { followAccounts } from '../search/follow-accounts';
import { SearchIndex } from '../search/search-index';
import { Session } from '../sign-in/session';
import { keepInPassing } from '../startup/keep-in-passing';
import { type Closers, type Origin, type OwnParts, openOwn } from '../startup/open-own';
import { orFail } from '../startup/startup-error';
import { Connection } from '../sync/connection';
import { Replications } from '../sync/replications';
import { followProfile } from '../visit/follow-profile';
import { ServicesKnown } from '../visit/services-known';
import { Visit } from '../visit/visit';
import { WrongTries } from '../visit/wrong-tries';
import { type Enrolled, isSelfService } from './surface';

/** A started device's parts. */
export interface DeviceParts extends OwnParts {
  deps: DataWorkerDeps;
  local: LocalData;
  recorder: Recorder;
  connection: Connection;
  replications: Replications;
  /** Those of a cache that is built beside the one that is shown. */
  building: Replications;
  /** Whether what is held here is what the server has. */
  comparison: Comparison;
  search: SearchIndex;
  session: Session;
  /** Who stands at this kiosk. */
  visit: Visit;
  wrongTries: WrongTries;
  /** What the server last said of what stands beside this kiosk. */
  services: ServicesKnown;
  /** Whether what is done here can be saved. */
  room: JournalRoom;
  /** Whether what is pulled can be written. */
  health: StorageHealth;
  following: Subscription[];
  enrolled: Enrolled;
  /** An enrolment whose code is spent and which could not be written down yet. */
  unkept: { record: EnrolResponse | null };
  /** The server speaks of another epoch than the cache is of. Set by the one who greets. */
  onOtherEpoch: { call: () => void };
}

/** Opens what this device keeps and puts its parts together. @throws StartupError */
export async function openParts(
  outside: DataWorkerDeps,
  origin: Origin,
  closers: Closers,
): Promise<DeviceParts> {
  const health = new StorageHealth();
  const deps = { ...outside, storage: watchedStorage(outside.storage, health) };
  const own = await openOwn(deps, origin, closers);
  const recorder = new Recorder(own);
  const parts = assemble({ ...own, deps, health, recorder });
  closers.push(async () => {
    await recorder.projected();
    for (const following of parts.following) following.unsubscribe();
  });
  const exchangedAt = await orFail('database-unreadable', own.kept.get(lastExchangeKey));
  await orFail('database-unreadable', parts.services.recall());
  parts.connection.lastExchangeAt = typeof exchangedAt === 'string' ? exchangedAt : null;
  return parts;
}

const lastExchangeKey = 'last-exchange';

type Opened = Pick<DeviceParts, keyof OwnParts | 'deps' | 'health' | 'recorder'>;

function assemble(opened: Opened): DeviceParts {
  const { deps, kept, journal, ledger, clock, sentinel, health } = opened;
  const enrolled: Enrolled = { record: null };
  const onOtherEpoch = { call: () => undefined };
  const { fetch, baseUrl, pace, random, batchSize } = deps;
  const connection = new Connection({
    ...{ fetch, baseUrl, clock },
    token: () => enrolled.record?.token ?? null,
    remember: (exchangedAt) => void keepInPassing(kept, lastExchangeKey, exchangedAt),
  });
  const replicating = {
    pull: { connection, trouble: pace.trouble, timeoutMs: pace.requestTimeoutMs, random },
    ...{ pace, batchSize, kept, health },
    onOtherEpoch: () => onOtherEpoch.call(),
  };
  const replications = new Replications(replicating);
  const building = new Replications(replicating);
  const local = new LocalData();
  const comparison = new Comparison({ connection, replications, local, kept, clock, random });
  const search = new SearchIndex();
  const session = new Session();
  const present = { session, visit: new Visit() };
  const kiosk = { wrongTries: new WrongTries(kept), services: new ServicesKnown(kept) };
  const accountsSynced$ = replications.firstSync$.pipe(
    map(({ complete }) => complete.has('accounts')),
    distinctUntilChanged(),
  );
  const room = new JournalRoom(journal, () => clock.monotonicMs());
  const following = [
    room.follow(),
    followVerdicts(local, ledger),
    followAccounts(local, search, {
      synced$: accountsSynced$,
      isWanted: () => !isSelfService({ enrolled }),
    }),
    session.follow(local),
    sentinel.follow(ledger),
    followProfile({ ledger, clock, connection, deps, visit: present.visit }),
  ];
  const unkept = { record: null };
  return {
    ...{ ...opened, connection, replications, building, comparison, local, search, following },
    ...present,
    ...kiosk,
    ...{ enrolled, unkept, room, onOtherEpoch },
  };
}
