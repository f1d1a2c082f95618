import type { Sentinel } from '../../../shared/journal/sentinel';
import type { JournalCalls } from './journal-calls';

/** The sentinel in the main process, beside the journal. */
export function portSentinel(calls: JournalCalls): Sentinel {
  return {
    read: async () => (await calls.ask({ do: 'sentinel-read' })).mark,
    write: async (mark) => void (await calls.ask({ do: 'sentinel-write', mark })),
  };
}
