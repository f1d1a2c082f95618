import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { journalPortMessage } from '../../shared/ipc/kiosk-bridge';
import { log } from '../log';
import { isOwnPage } from '../page/own-page';
import { openJournalFiles } from './journal-files';
import { type JournalPort, JournalService } from './journal-service';

/** Opens the journal in `folder` for as long as the application runs. @throws when a file of it cannot be opened */
export async function openJournalService(folder: string): Promise<JournalService> {
  const { journal, sentinel } = await openJournalFiles(folder);
  return new JournalService({ journal, sentinel, tell: (what, error) => log.error(what, error) });
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
