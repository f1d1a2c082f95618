import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type CallingDevice, deviceByToken } from '../devices/calling-device';
import { secretHash } from '../devices/secrets';
import type { ServerContext } from '../server-context';
import { HttpProblem } from './problem';

declare module 'fastify' {
  interface FastifyRequest {
    device: CallingDevice | null;
  }
}

/** Every route of this instance asks for a device token, before anything of the request is looked at. */
export function setUpAuthentication(app: FastifyInstance, context: ServerContext): void {
  app.decorateRequest('device', null);
  app.addHook('onRequest', async (request) => {
    request.device = await authenticate(context, request.headers.authorization);
  });
}

async function authenticate(context: ServerContext, authorization = ''): Promise<CallingDevice> {
  const token = /^bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
  if (!token) throw new HttpProblem('unauthenticated');
  const device = await deviceByToken(context.database, secretHash(context.tokenKey, token));
  if (!device) throw new HttpProblem('unauthenticated');
  if (device.revoked) throw new HttpProblem('device-revoked');
  return device;
}

/** The device of an authenticated request. */
export function callingDevice(request: FastifyRequest): CallingDevice {
  if (!request.device) throw new HttpProblem('unauthenticated');
  return request.device;
}
