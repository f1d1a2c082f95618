import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { confirmEmail, lookAtLink } from '../customers/confirm-email';
import { problemOf } from '../http/problem-replies';
import type { ServerContext } from '../server-context';
import { type ConfirmPage, confirmPage, confirmPagePolicy } from './confirm-page';

const statuses: Record<ConfirmPage['state'], number> = {
  open: 200,
  done: 200,
  used: 410,
  'called-off': 410,
  expired: 410,
  unknown: 404,
  trouble: 503,
};

const Params = z.object({ token: z.string().max(100) });
const url = '/confirm/:token';
const config = { rateLimit: { max: 120, timeWindow: 60_000 } }; // by address: a token cannot be guessed

/**
 * The page behind the link in a mail. Opening it confirms nothing, since mail scanners open links too: a person presses the
 * button. For people's browsers, so its answers are pages, also when something goes wrong.
 */
export function confirmEmailRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, clock, watch } = context;
  const { db } = database;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, _body, done) => done(null, null),
  );
  app.setErrorHandler((error: Error, request, reply) => {
    const { status } = problemOf(error).problem;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    return send(reply.code(status), { state: status < 500 && status !== 429 ? 'unknown' : 'trouble' });
  });
  app.get(url, { config, schema: { hide: true } }, async (request, reply) => {
    const { token } = Params.parse(request.params);
    const page = await lookAtLink(db, token, clock.now());
    return send(reply.code(statuses[page.state]), page);
  });
  app.post(url, { config, schema: { hide: true } }, async (request, reply) => {
    const { token } = Params.parse(request.params);
    const link = await confirmEmail(db, token, clock.now());
    if (link.state === 'open') watch.changed();
    const page: ConfirmPage = link.state === 'open' ? { state: 'done' } : link;
    return send(reply.code(statuses[page.state]), page);
  });
}

const send = (reply: FastifyReply, page: ConfirmPage) =>
  reply
    .header('content-security-policy', confirmPagePolicy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(confirmPage(page));
