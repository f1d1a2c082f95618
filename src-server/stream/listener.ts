import { Client } from 'pg';
import { changesChannel } from '../changes/announce';

interface ListenerOptions {
  url: string;
  onChange: () => void;
  onError: (error: Error) => void;
}

/**
 * Hears what other server processes commit, on a connection of its own. A broken connection is opened again at the next
 * `connect()`; until then the poll alone tells of changes.
 */
export function listener({ url, onChange, onError }: ListenerOptions) {
  let client: Client | null = null;

  async function open(): Promise<void> {
    const opening = new Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'ghiseu', // always there while a server runs: a restore looks for it
    });
    client = opening;
    const drop = () => {
      if (client === opening) client = null;
    };
    opening.on('error', (error) => {
      onError(error);
      drop();
    });
    opening.on('end', drop);
    opening.on('notification', onChange);
    try {
      await opening.connect();
      await opening.query(`listen ${changesChannel}`);
    } catch (error) {
      drop();
      await opening.end().catch(() => undefined);
      throw error;
    }
  }

  return {
    /** Opens the connection where there is none. Rejects when PostgreSQL cannot be reached. */
    connect: async () => {
      if (!client) await open();
    },
    close: async () => {
      await client?.end();
    },
  };
}
