import type { FilePort } from '../../../shared/journal/file-port';
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
  if (port) {
    const calls = new JournalCalls(port);
    const [journal, sentinel] = [new PortJournal(calls), portSentinel(calls)];
    return { openJournal: async () => journal, openSentinel: async () => sentinel };
  }
  const first = once(() => openOpfsFile(`${prefix}.journal`));
  const second = once(() => openOpfsFile(`${prefix}-2.journal`));
  const marks = [1, 2].map((place) => once(() => openOpfsFile(`${prefix}.sentinel-${place}`, 0)));
  return {
    openJournal: once(async () => new FileJournal(await first(), await second())),
    openSentinel: once(async () => {
      const [one, two] = await Promise.all(marks.map((open) => open()));
      return new FileSentinel([one, two] as [FilePort, FilePort]);
    }),
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
