import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { CompareRequest, CompareResponse } from '../../shared/sync/compare';
import { routes } from '../../shared/sync/routes';
import { compareCollections } from '../compare/compare-collections';
import { fewAtATime } from '../compare/few-at-a-time';
import { callingDevice } from '../http/authenticate';
import { viewerOf } from '../pull/viewer';
import type { ServerContext } from '../server-context';

/** A comparison renders everything that a device holds: more of them at once would slow everybody's pulls. */
const mostAtOnce = 2;

/** A device asks for each of its collections by itself, again while they change, and again for a rebuilt cache. */
const mostAMinute = 120;

/** `POST /sync/compare`: does a device hold what it should? */
export function compareRoute(app: FastifyInstance, context: ServerContext): void {
  const inTurn = fewAtATime(mostAtOnce);
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.compare,
    config: {
      rateLimit: {
        max: mostAMinute,
        timeWindow: 60_000,
        hook: 'preHandler', // after authentication: counted by device
        keyGenerator: (request) => callingDevice(request).id,
      },
    },
    schema: { body: CompareRequest, response: { 200: CompareResponse } },
    handler: async (request) => {
      const device = callingDevice(request);
      const viewer = await viewerOf(context, device);
      const collections = await inTurn(() => compareCollections(context.database.db, viewer, request.body));
      const { epoch } = device;
      return { historySince: viewer.historySince, collections, serverTime: context.clock.now(), epoch };
    },
  });
}
