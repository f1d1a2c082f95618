import type { FastifyInstance } from 'fastify';

/**
 * A server that closes finishes the requests under way and then lets go of their connections: a device keeps its
 * connection for the next request, and Node would wait for that one.
 */
export function setUpGracefulClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
