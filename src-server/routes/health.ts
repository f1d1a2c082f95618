import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Instant } from '../../shared/model/primitives';
import { HttpProblem } from '../http/problem';
import type { ServerContext } from '../server-context';

const Health = z.object({ status: z.literal('ok'), database: z.literal('reachable'), serverTime: Instant });

/** `GET /health`: 200 while this process answers and its database does, 503 otherwise. Open to everybody. */
export function healthRoute(app: FastifyInstance, { database, clock, onError }: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/health',
    schema: { response: { 200: Health } },
    handler: async () => {
      try {
        await database.db.execute(sql`select 1`);
      } catch (error) {
        onError(error);
        throw new HttpProblem('server-trouble', { status: 503, detail: 'The database cannot be reached.' });
      }
      return { status: 'ok', database: 'reachable', serverTime: clock.now() } as const;
    },
  });
}
