import { DrizzleQueryError } from 'drizzle-orm/errors';
import type { FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';

interface LoggerOptions {
  level?: string;
  output?: DestinationStream;
}

/**
 * What the server has to say to its operators, as JSON lines on the error output: warnings and errors, or from the level
 * in `GHISEU_LOG_LEVEL` on (`info` tells of every request). Tokens, passwords and what people typed are in no line:
 * headers and bodies are never logged, nor the token in a mailed link, nor the values of a statement that failed.
 */
export const serverLogger = ({
  level = process.env.GHISEU_LOG_LEVEL ?? 'warn',
  output = pino.destination(process.stderr.fd),
}: LoggerOptions = {}): Logger =>
  pino({ level, serializers: { err: errorWithoutValues, req: requestWithoutToken } }, output);

const requestWithoutToken = ({ method, url, host, ip, socket }: FastifyRequest) => ({
  method,
  url: withoutToken(url),
  host,
  remoteAddress: ip,
  remotePort: socket?.remotePort,
});

/** The link in a mail is good for whoever has it: of its address the beginning is enough, also where it was mangled. */
function withoutToken(url: string): string {
  const path = decoded(url);
  const link = /^.*?\/confirm\b/i.exec(path)?.[0];
  return link === undefined || link === path ? url : `${link}/…`;
}

/** Signs of ASCII as the routes are looked up by, where `%63` is a `c`. */
const decoded = (url: string): string =>
  url.replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

interface LoggedError {
  type: string;
  message: string;
  stack: string;
  code?: unknown;
  cause?: LoggedError;
}

/** An error with its causes. Of a failed statement its text, never its values, which its message would tell. */
export function errorWithoutValues(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const message = error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    type: error.name,
    message,
    stack: [message, ...frames].join('\n'),
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: errorWithoutValues(error.cause) }),
  };
}
