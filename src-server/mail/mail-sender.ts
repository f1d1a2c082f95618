import type { Clock } from '../clock';
import type { Database } from '../db/connect';
import { type Sending, sendOneDue } from './send-due';

export interface SenderOptions {
  database: Database;
  clock: Clock;
  sending: Sending;
  onError: (error: unknown) => void;
  everyMs?: number;
}

/** Looks for mail every second and sends what is due, one letter after another. */
export function startMailSender({ database, clock, sending, onError, everyMs = 1_000 }: SenderOptions) {
  let closing = false;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      while (!closing && (await sendOneDue(database.db, sending, clock.now)));
    } catch (error) {
      onError(error); // the database is away: the next look finds the same mail
    }
    looking = null;
  }

  const timer = setInterval(() => {
    looking ??= look();
  }, everyMs);

  return {
    /** Lets the letter under way finish. */
    close: async (): Promise<void> => {
      closing = true;
      clearInterval(timer);
      await looking;
      sending.transport.close();
    },
  };
}
