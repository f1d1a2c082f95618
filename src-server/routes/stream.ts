import type { FastifyInstance } from 'fastify';
import type { Poke } from '../../shared/sync/poke';
import { routes } from '../../shared/sync/routes';
import { callingDevice } from '../http/authenticate';
import { viewerOf } from '../pull/viewer';
import type { ServerContext } from '../server-context';
import { interestOf, openStreams } from '../stream/open-streams';

/**
 * `GET /sync/stream`: server-sent events, pokes only, with a comment as heartbeat. The first comment says that from here
 * on every change pokes: what changed before, the device finds by pulling once.
 */
export function streamRoute(app: FastifyInstance, context: ServerContext, checkEveryMs: number): void {
  const streams = openStreams(context, checkEveryMs);
  app.addHook('preClose', async () => streams.endAll());
  app.route({
    method: 'GET',
    url: routes.stream,
    sse: { kind: 'manual' },
    schema: { produces: ['text/event-stream'], response: {} },
    handler: async (request, reply) => {
      const device = callingDevice(request);
      const interest = interestOf(await viewerOf(context, device));
      if (!reply.sse.isConnected) return; // it hung up meanwhile: nobody would ever tell us to forget it
      reply.sse.keepAlive();
      reply.sse.sendHeaders();
      reply.raw.write(': open\n\n');
      const unsubscribe = context.watch.subscribe(interest, (collections) => {
        const data: Poke = { collections };
        reply.sse.send({ event: 'poke', data }).catch(context.onError);
      });
      const remove = streams.add({ device, end: () => reply.sse.close() });
      reply.sse.onClose(() => {
        unsubscribe();
        remove();
      });
    },
  });
}
