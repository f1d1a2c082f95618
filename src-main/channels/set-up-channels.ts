import { app, ipcMain } from 'electron';
import { type Channel, channels } from '../../shared/ipc/channels';
import { log } from '../log';
import { describeMachine, readMachineFacts } from '../machine';
import type { SecretStore } from '../secret/secret-store';
import { answerCall, type ChannelHandlers } from './answer-call';

/** Puts a handler behind every channel of the map: one that is missing does not compile. */
export function setUpChannels(secrets: SecretStore): void {
  const handlers: ChannelHandlers = {
    'machine:describe': () => describeMachine(readMachineFacts(process.getCreationTime())),
    'secret:load': () => secrets.load(),
    'secret:save': (secret) => secrets.save(secret),
    'app:quit': () => app.quit(),
  };
  for (const channel of Object.keys(channels) as Channel[]) {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      try {
        return await answerCall(handlers, { channel, sender: event.senderFrame, args });
      } catch (error) {
        log.error(`A call of ${channel} was not answered`, error);
        throw error;
      }
    });
  }
}
