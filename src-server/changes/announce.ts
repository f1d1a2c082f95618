import { Pool } from 'pg';

/** The channel on which server processes tell each other that something was committed. It carries no content. */
export const changesChannel = 'ghiseu_changes';

/**
 * Sends NOTIFY on a connection of its own: inside a transaction it would take a lock that serialises all commits.
 * Calls made while one is on its way are answered by one more after it.
 */
export function announcer(url: string, onError: (error: Error) => void) {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 5_000,
    allowExitOnIdle: true,
  });
  pool.on('error', onError);
  let sending: Promise<void> | null = null;
  let again = false;

  async function send(): Promise<void> {
    do {
      again = false;
      // A lost announcement delays other processes until their next poll, nothing more.
      await pool.query(`notify ${changesChannel}`).catch(onError);
    } while (again);
    sending = null;
  }

  return {
    announce: () => {
      again = true;
      sending ??= send();
    },
    close: async () => {
      await sending;
      await pool.end();
    },
  };
}
