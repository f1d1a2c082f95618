import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Instant } from '../../shared/model/primitives';
import { HttpProblem } from '../http/problem';
import { mailHealth } from '../mail/mail-health';
import type { ServerContext } from '../server-context';

const Health = z.object({
  status: z.literal('ok'),
  database: z.literal('reachable'),
  /** What has not left yet: an `oldestMadeAt` of hours ago, or `failing`, wants somebody to look (`ghiseu mail list`). */
  mail: z.object({
    waiting: z.int().nonnegative(),
    failing: z.int().nonnegative(), // tried, and not taken
    oldestMadeAt: Instant.nullable(),
  }),
  serverTime: Instant,
});

/** `GET /health`: 200 while this process answers and its database does, 503 otherwise. Open to everybody. */
export function healthRoute(app: FastifyInstance, { database, clock, onError }: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/health',
    schema: { response: { 200: Health } },
    handler: async () => {
      const mail = await mailHealth(database.db).catch((error: unknown) => {
        onError(error);
        throw new HttpProblem('server-trouble', { status: 503, detail: 'The database cannot be reached.' });
      });
      return { status: 'ok', database: 'reachable', mail, serverTime: clock.now() } as const;
    },
  });
}
