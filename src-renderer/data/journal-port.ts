import { journalPortMessage } from '../../shared/ipc/kiosk-bridge';

/** The journal's port as the preload hands it over once the page has loaded; listened for from the first moment on. */
export function receiveJournalPort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== page || event.data !== journalPortMessage || !port) return;
      page.removeEventListener('message', receive);
      resolve(port);
    };
    page.addEventListener('message', receive);
  });
}
