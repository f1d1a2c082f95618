import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { SignInRequest, SignInResponse } from '../../shared/sync/device';
import { routes } from '../../shared/sync/routes';
import { callingDevice } from '../http/authenticate';
import type { attempts } from '../people/attempts';
import { signIn } from '../people/sign-in';
import type { ServerContext } from '../server-context';

/** `POST /sync/sign-in`: who is this person? A wrong answer slows the next ones down. */
export function signInRoute(
  app: FastifyInstance,
  { database, clock }: ServerContext,
  tries: ReturnType<typeof attempts>,
): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.signIn,
    config: {
      rateLimit: {
        max: 60,
        timeWindow: 60_000,
        hook: 'preHandler', // after authentication: counted by device, since an office shares one address
        keyGenerator: (request) => callingDevice(request).id,
      },
    },
    schema: { body: SignInRequest, response: { 200: SignInResponse } },
    handler: async (request) => {
      const deviceId = callingDevice(request).id;
      const [now, nowMs] = [clock.now(), clock.nowMs()];
      const staff = await signIn(database.db, tries, { ...request.body, deviceId, now, nowMs });
      return { staff, serverTime: clock.now() };
    },
  });
}
