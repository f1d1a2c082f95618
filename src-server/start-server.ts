import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app';
import { type Clock, systemClock } from './clock';
import { connect, type Database } from './db/connect';
import { migrate } from './db/migrate';
import { startMailSender } from './mail/mail-sender';
import type { MailSettings } from './mail/mail-settings';
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
  /** Null or absent: mail waits for a process that can send it. */
  mail?: MailSettings | null | undefined;
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
  mail,
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
    let sender: MailSender | null = null;
    const closing = async () => {
      await app.close();
      await sender?.close();
      await database.close();
    };
    const url = await app.listen({ port, host }).catch(async (error) => {
      await app.close();
      throw error;
    });
    sender = sendMail(database, mail, { ...rest, url });
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

type MailSender = ReturnType<typeof startMailSender>;

/** Begins once the address is known by which links in mail come back. */
function sendMail(
  database: Database,
  mail: MailSettings | null | undefined,
  { url, clock = systemClock, logger }: Pick<StartOptions, 'clock' | 'logger'> & { url: string },
): MailSender | null {
  if (!mail) {
    logger?.warn('no way to send mail is set: what is written to customers waits');
    return null;
  }
  const onError = (error: unknown) => logger?.error({ err: error }, 'mail could not be looked for');
  const sending = { ...mail, publicUrl: mail.publicUrl ?? url };
  return startMailSender({ database, clock, sending, onError });
}
