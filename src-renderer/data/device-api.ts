import type { Surface } from '../../shared/model/primitives';
import type { Device } from '../../shared/sync/device';

/** What this machine is, and how it becomes a device that can work. */
export interface DeviceApi {
  /** Makes this browser profile or desktop a device of the utility. */
  enrol(code: string): Promise<EnrolOutcome>;
  /** The person has read what the start-up check had to say. */
  dismissNotices(): Promise<void>;
  /** From a start-up problem: deletes the local databases, never the journal, and starts again. */
  rebuild(): Promise<void>;
}

export type DeviceState =
  | { state: 'starting' }
  | { state: 'other-window' } // another window of this profile owns the data
  /** `lost`: this was a device and has lost its secret; a replacement code for it sends what waits here. */
  | { state: 'not-enrolled'; lost: { deviceId: string; waiting: number } | null }
  | { state: 'revoked'; device: Device }
  /** `surface`: whom this machine serves, as far as its key still says so. */
  | { state: 'startup-problem'; problem: StartupProblem; surface: Surface | null }
  | { state: 'cut-off' } // the browser has closed the databases under way: the page has to be loaded again
  | { state: 'ready'; device: Device };

export type StartupProblem =
  | 'storage-unavailable' // no IndexedDB, OPFS or WebCrypto: a plain-http address, or a private window
  | 'database-unreadable'
  | 'database-stuck' // a database or the journal does not open: something else holds it
  | 'secret-unreadable' // who this device is, and its token
  | 'journal-unreadable';

/** What the journal still had. */
interface FoundAgain {
  submissions: number;
  /** The greatest number given out until then: what has a greater one was made since. */
  lastSeq: number;
  /** Those of them that have no answer now; left out until the server has told which it has. */
  waiting?: number;
}

/** What the start-up check found, in the order of its weight. */
export type StartupNotice =
  | ({ code: 'data-vanished' } & FoundAgain) // the databases were gone; rebuilt from the journal and the server
  | ({ code: 'data-damaged' } & FoundAgain) // they could not be read; rebuilt
  | { code: 'journal-vanished'; submissions: number } // written again from the database
  | { code: 'journal-damaged'; lines: number } // lines that do not check, set aside as evidence
  | { code: 'journal-gap'; from: number; to: number } // numbers that were given and are nowhere
  | { code: 'of-other-device'; deviceId: string; submissions: number }; // wait here, and only an export can bring them in

export type EnrolOutcome =
  | { outcome: 'enrolled'; device: Device }
  | { outcome: 'refused'; reason: 'code-unknown' | 'code-used' | 'too-fast' }
  | { outcome: 'not-kept' } // the code is spent, and who this device is could not be written down
  | { outcome: 'server-trouble' }
  | { outcome: 'offline' };
