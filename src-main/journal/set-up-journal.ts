import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { journalPortMessage } from '../../shared/ipc/kiosk-bridge';
import { FileJournal } from '../../shared/journal/journal';
import { log } from '../log';
import { isOwnPage } from '../page/own-page';
import { type JournalPort, JournalService } from './journal-service';
import { openNodeFilePort } from './node-file-port';

/** Opens the journal in `folder` for as long as the application runs. @throws when its file cannot be opened */
export async function openJournalService(folder: string): Promise<JournalService> {
  const file = await openNodeFilePort(join(folder, 'submissions.journal'));
  return new JournalService(new FileJournal(file), (what, error) => log.error(what, error));
}

/** Hands each page that finished loading, a reloaded one too, a port to the journal; its preload passes it on. */
export function offerJournal(contents: WebContents, journal: JournalService): void {
  contents.on('did-finish-load', () => {
    if (!isOwnPage(contents.getURL())) return;
    const { port1, port2 } = new MessageChannelMain();
    journal.serve(journalPort(port1));
    contents.postMessage(journalPortMessage, null, [port2]);
  });
}

function journalPort(port: MessagePortMain): JournalPort {
  return {
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    postMessage: (reply) => port.postMessage(reply),
    close: () => port.close(),
  };
}
