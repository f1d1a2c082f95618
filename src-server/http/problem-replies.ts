import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { isPassing, postgresCode } from '../db/transaction';
import { HttpProblem } from './problem';

const problemType = 'application/problem+json';

/** Connection failures, a server that shuts down or has no room: it may work again soon. */
export function isUnreachableDatabase(error: Error): boolean {
  const code = postgresCode(error) ?? '';
  if (/^(08|53|57P)/.test(code)) return true;
  const text = `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
  return /ECONNREFUSED|ECONNRESET|connection timeout|Connection terminated|timeout exceeded when trying to connect/i.test(
    text,
  );
}

/** A lock or a statement took too long, or others were always first: nothing was done, and it may pass soon. */
const isBusyDatabase = (error: Error): boolean =>
  isPassing(error) || ['55P03', '57014'].includes(postgresCode(error) ?? '');

const soonMs = 1_000;

const unavailable = (detail: string): HttpProblem =>
  new HttpProblem('server-trouble', { status: 503, detail, retryAfterMs: soonMs });

/** What went wrong, in the words of the wire. */
export function problemOf(error: FastifyError | Error): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new HttpProblem('too-large', { detail: error.message });
  if (status === 429) return new HttpProblem('too-fast', { detail: error.message, retryAfterMs: 60_000 });
  if (status !== undefined && status >= 400 && status < 500) {
    return new HttpProblem('bad-request', { detail: error.message, status });
  }
  if (isUnreachableDatabase(error)) return unavailable('The database cannot be reached.');
  if (isBusyDatabase(error)) return unavailable('The database is busy.');
  return new HttpProblem('server-trouble');
}

export function sendProblem(reply: FastifyReply, { problem }: HttpProblem) {
  if (problem.retryAfterMs !== undefined) {
    void reply.header('retry-after', String(Math.ceil(problem.retryAfterMs / 1000)));
  }
  return reply.code(problem.status).type(problemType).serializer(JSON.stringify).send(problem);
}

/** Every reply that is not 2xx is a problem of `shared/sync/problem.ts`; only what we did not expect is logged as an error. */
export function setUpProblemReplies(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.problem.status >= 500) request.log.error({ err: error }, 'a request failed');
    return sendProblem(reply, problem);
  });
}
