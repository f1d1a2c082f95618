import type { CollectionName } from '../../shared/sync/collections';

/** Care for what waits here and for what was pulled. */
export interface CareApi {
  /** Tries the server at once instead of at the next retry. */
  syncNow(): Promise<void>;
  /** What waits here, sealed to the server's key. Works without the databases, from the journal alone. */
  exportWaiting(): Promise<ExportOutcome>;
  /** Hands in another device's sealed export under a supervisor's name. */
  importWaiting(file: { sealed: string; userName: string; password: string }): Promise<ImportOutcome>;
  /** Compares counts and hashes with the server; returns when the query `comparison` has the result. */
  compareNow(): Promise<void>;
}

export type ExportOutcome =
  | { outcome: 'exported'; fileName: string; sealed: string; submissions: number }
  | { outcome: 'nothing-waits' }
  | { outcome: 'no-key' } // this device has never had the server's key
  | { outcome: 'journal-unreadable' };

export type ImportOutcome =
  | {
      outcome: 'imported';
      deviceId: string;
      accepted: number;
      held: number;
      refused: number;
      notRecorded: number;
    }
  | {
      outcome: 'refused';
      reason:
        | 'wrong-credentials'
        | 'not-a-supervisor'
        | 'not-an-export'
        | 'other-server'
        | 'other-office'
        | 'too-fast';
    }
  | { outcome: 'go-on' } // the server took some at most: the same file handed in again goes on from there
  | { outcome: 'offline' };

export interface ComparisonView {
  last: {
    at: string;
    outcome: 'same' | 'different' | 'unfinished'; // unfinished: offline, or the server kept changing
    /** Null: not counted here, or not compared. */
    collections: {
      collection: CollectionName;
      here: number | null;
      atServer: number | null;
      same: boolean;
    }[];
  } | null;
  running: boolean;
}
