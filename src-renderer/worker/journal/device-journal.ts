import { FileJournal, type Journal } from '../../../shared/journal/journal';
import { FileSentinel, type Sentinel } from '../../../shared/journal/sentinel';
import { JournalCalls } from './journal-calls';
import { openOpfsFile } from './opfs-file';
import { PortJournal } from './port-journal';
import { portSentinel } from './port-sentinel';

export interface DeviceJournal {
  openJournal(): Promise<Journal>;
  openSentinel(): Promise<Sentinel>;
}

/** The main process's journal and sentinel, or the browser's own; asked for again, the same ones are given. */
export function deviceJournal(prefix: string, port: MessagePort | null): DeviceJournal {
  const calls = port && new JournalCalls(port);
  return {
    openJournal: once(async () =>
      calls ? new PortJournal(calls) : new FileJournal(await openOpfsFile(`${prefix}.journal`)),
    ),
    openSentinel: once(async () =>
      calls
        ? portSentinel(calls)
        : new FileSentinel([
            await openOpfsFile(`${prefix}.sentinel-1`),
            await openOpfsFile(`${prefix}.sentinel-2`),
          ]),
    ),
  };
}

/** An OPFS handle is exclusive: the second try of a start has to take the first one's. What failed is tried again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}
