import { type Logger, pino } from 'pino';

/**
 * What the server has to say to its operators, as JSON lines on the error output: warnings and errors, or from the level
 * in `GHISEU_LOG_LEVEL` on (`info` tells of every request). Tokens and passwords are in no line: headers and bodies are
 * never logged.
 */
export const serverLogger = (): Logger =>
  pino({ level: process.env.GHISEU_LOG_LEVEL ?? 'warn' }, pino.destination(process.stderr.fd));
