import { DrizzleQueryError } from 'drizzle-orm/errors';
import { type Logger, pino } from 'pino';

/**
 * What the server has to say to its operators, as JSON lines on the error output: warnings and errors, or from the level
 * in `GHISEU_LOG_LEVEL` on (`info` tells of every request). Tokens, passwords and what people typed are in no line:
 * headers and bodies are never logged, nor the values of a statement that failed.
 */
export const serverLogger = (): Logger =>
  pino(
    { level: process.env.GHISEU_LOG_LEVEL ?? 'warn', serializers: { err: errorWithoutValues } },
    pino.destination(process.stderr.fd),
  );

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
