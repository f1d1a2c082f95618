import { app, ipcMain, type WebContents } from 'electron';
import { type Channel, channels } from '../../shared/ipc/channels';
import { log } from '../log';
import { describeMachine, readMachineFacts } from '../machine';
import { printPage } from '../print/print-page';
import type { SecretStore } from '../secret/secret-store';
import { answerCall, type ChannelHandlers } from './answer-call';

/** Puts a handler behind every channel of the map: one that is missing does not compile. */
export function setUpChannels({ secrets, printer }: { secrets: SecretStore; printer: string | null }): void {
  const handlersFor = (page: WebContents): ChannelHandlers => ({
    'machine:describe': () => describeMachine(readMachineFacts(process.getCreationTime())),
    'secret:load': () => secrets.load(),
    'secret:save': (secret) => secrets.save(secret),
    'slip:print': (job) => printPage(page, { job, printer, warn: (...what) => log.warn(...what) }),
    'app:quit': () => app.quit(),
  });
  for (const channel of Object.keys(channels) as Channel[]) {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      try {
        return await answerCall(handlersFor(event.sender), { channel, sender: event.senderFrame, args });
      } catch (error) {
        log.error(`A call of ${channel} was not answered`, error);
        throw error;
      }
    });
  }
}
