import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app';
import type { Clock } from './clock';
import { connect } from './db/connect';
import { migrate } from './db/migrate';
import type { PaymentPageSetting } from './payment-page/configuration';

export interface StartOptions {
  databaseUrl: string;
  /** 0: a free one. */
  port: number;
  host: string;
  rendererDir?: string | undefined;
  paymentPage?: PaymentPageSetting | null;
  clock?: Clock;
  logger?: FastifyBaseLogger;
}

export interface RunningServer {
  url: string;
  /** Takes no new requests, ends the streams, finishes what runs, then lets go of the database. */
  close(): Promise<void>;
}

/**
 * Starts one server process on a PostgreSQL, which it migrates first.
 * @throws when PostgreSQL cannot be reached or the port is in use; nothing stays open then
 */
export async function startServer({
  databaseUrl,
  port,
  host,
  ...rest
}: StartOptions): Promise<RunningServer> {
  const database = connect(databaseUrl, {
    onError: (error) => rest.logger?.warn({ err: error }, 'a database connection broke'),
    onRetry: ({ attempt, code, error }) =>
      rest.logger?.warn({ err: error, attempt, code }, 'a transaction is tried again'),
  });
  try {
    await migrate(database.pool);
    const app = await buildApp({ database, ...rest });
    const closing = async () => {
      await app.close();
      await database.close();
    };
    const url = await app.listen({ port, host }).catch(async (error) => {
      await app.close();
      throw error;
    });
    let closed: Promise<void> | null = null;
    return {
      url,
      close: () => {
        closed ??= closing();
        return closed;
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
