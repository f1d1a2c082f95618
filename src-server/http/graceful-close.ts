import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const lookEveryMs = 50;

/**
 * A server that closes finishes the requests under way and lets go of their connections as they fall idle: a device keeps
 * its connection for the next request, and Node would wait for that one; and for a connection on which no request was
 * made yet, as browsers open them to have one ready. What is not finished after `drainMs` is cut off: a device repeats
 * whatever had no answer.
 */
export function setUpGracefulClose(app: FastifyInstance, drainMs: number): void {
  let looking: NodeJS.Timeout | undefined;
  let cutting: NodeJS.Timeout | undefined;
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', async () => {
    looking = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of unused) if (socket.bytesRead === 0) socket.destroy();
    }, lookEveryMs);
    cutting = setTimeout(() => app.server.closeAllConnections(), drainMs);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (looking) reply.header('connection', 'close');
  });
  app.addHook('onClose', async () => {
    clearInterval(looking);
    clearTimeout(cutting);
  });
}
