import { join } from 'node:path';
import { FileJournal, type Journal } from '../../shared/journal/journal';
import { FileSentinel, type Sentinel } from '../../shared/journal/sentinel';
import { type NodeFilePort, openNodeFilePort } from './node-file-port';

export interface JournalFiles {
  journal: Journal;
  sentinel: Sentinel;
  close(): Promise<void>;
}

/** The journal of `folder` and its sentinel beside it. @throws when a file cannot be opened */
export async function openJournalFiles(folder: string): Promise<JournalFiles> {
  const ports: NodeFilePort[] = [];
  const open = async (name: string, floorBytes?: number): Promise<NodeFilePort> => {
    const port = await openNodeFilePort(join(folder, name), floorBytes === undefined ? {} : { floorBytes });
    ports.push(port);
    return port;
  };
  const journal = new FileJournal(await open('submissions.journal'), await open('submissions-2.journal'));
  // The sentinel is a line that is replaced: it needs no room that a full disk would not give.
  const sentinel = new FileSentinel([await open('sentinel-1', 0), await open('sentinel-2', 0)]);
  return {
    ...{ journal, sentinel },
    close: async () => void (await Promise.all(ports.map((port) => port.close()))),
  };
}
