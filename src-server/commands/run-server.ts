import { postgresCode } from '../db/transaction';
import { serverLogger } from '../logger';
import type { MailSettings } from '../mail/mail-settings';
import { OperatorProblem, systemCodeOf } from '../operator-problem';
import { type PaymentPageSetting, paymentPageSetting } from '../payment-page/configuration';
import { startServer } from '../start-server';
import { listenProblem } from './listen';
import { rendererDir } from './renderer-dir';

export interface ServerAddress {
  databaseUrl: string;
  host: string;
  port: number;
  mail: MailSettings | null;
  /** Instead of what the environment says. */
  paymentPage?: PaymentPageSetting;
}

/** Starts the central server with its screens; what the operator can put right is said in a sentence. */
export async function runServer({ databaseUrl, host, port, mail, paymentPage }: ServerAddress) {
  const setting = paymentPage ?? pageOfEnvironment();
  const address = { databaseUrl, host, port };
  try {
    const rest = { rendererDir: rendererDir(), logger: serverLogger(), paymentPage: setting };
    return await startServer({ ...address, ...rest, mail });
  } catch (error) {
    const listening = (error as { syscall?: unknown }).syscall === 'listen';
    throw (listening && listenProblem({ host, port }, error)) || databaseProblem(databaseUrl, error) || error;
  }
}

function pageOfEnvironment(): PaymentPageSetting | null {
  const setting = paymentPageSetting(process.env);
  if (setting && 'sentence' in setting) throw new OperatorProblem(setting.sentence);
  return setting;
}

/** The sentence for a PostgreSQL that cannot be used, or null when `error` is something else. */
export function databaseProblem(databaseUrl: string, error: unknown): OperatorProblem | null {
  const where = placeOf(databaseUrl);
  if (!where)
    return new OperatorProblem('DATABASE_URL is not of the form postgresql://user@host:5432/database.');
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(systemCodeOf(error) ?? '')) {
    return new OperatorProblem(
      `PostgreSQL at ${where} does not answer. Check DATABASE_URL and whether it runs.`,
      error,
    );
  }
  switch (postgresCode(error)) {
    case '28P01':
    case '28000':
      return new OperatorProblem(
        `PostgreSQL at ${where} refuses the user or password of DATABASE_URL.`,
        error,
      );
    case '3D000':
      return new OperatorProblem(`There is no such database at ${where}. Make it with createdb.`, error);
    case '53100':
      return new OperatorProblem(`The disk of the PostgreSQL at ${where} is full. Free some space.`, error);
    default:
      return null;
  }
}

/** Host and database without user and password; null when it is no PostgreSQL address. */
function placeOf(databaseUrl: string): string | null {
  if (!URL.canParse(databaseUrl)) return null;
  const { protocol, host, pathname } = new URL(databaseUrl);
  return /^postgres(ql)?:$/.test(protocol) ? `${host}${pathname}` : null;
}
