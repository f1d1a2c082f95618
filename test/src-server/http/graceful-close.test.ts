import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { setUpGracefulClose } from '../../../src-server/http/graceful-close';

test('a connection that a browser keeps ready, and never used, does not keep the server', async () => {
  const app = Fastify();
  setUpGracefulClose(app, 3_600_000); // far longer than this test may take
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = once(app.server, 'connection');
  const ready = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await accepted;
  const gone = once(ready, 'close');
  await app.close();
  await gone;
  expect(ready.destroyed).toBe(true);
});
