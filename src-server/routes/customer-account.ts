import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  PasswordChangeRequest,
  PasswordChangeResponse,
  ProfileRequest,
  ProfileResponse,
} from '../../shared/sync/customer';
import { routes } from '../../shared/sync/routes';
import { changePassword } from '../customers/change-password';
import { profileOf } from '../customers/profile';
import { extendSession } from '../customers/sessions';
import { deviceLimit } from '../http/device-limit';
import { HttpProblem } from '../http/problem';
import { callingAt } from '../http/surface';
import type { ServerContext } from '../server-context';

/** A signed-in customer's own data and password. */
export function customerAccountRoutes(app: FastifyInstance, { database, clock }: ServerContext): void {
  const { db } = database;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.route({
    method: 'POST',
    url: routes.customerProfile,
    config: deviceLimit(120),
    schema: { body: ProfileRequest, response: { 200: ProfileResponse } },
    handler: async (request) => {
      const { id: deviceId } = callingAt('self-service', request);
      const now = clock.now();
      const session = await extendSession(db, { token: request.body.token, deviceId, now });
      const profile = session && (await profileOf(db, session.accountId, now));
      if (!profile) throw new HttpProblem('visit-over');
      return { profile, endsAt: session.endsAt, serverTime: clock.now() };
    },
  });
  typed.route({
    method: 'POST',
    url: routes.customerPassword,
    config: deviceLimit(30),
    schema: { body: PasswordChangeRequest, response: { 200: PasswordChangeResponse } },
    handler: async (request) => {
      const { id: deviceId } = callingAt('self-service', request);
      const endsAt = await changePassword(db, request.body, { deviceId, now: clock.now() });
      return { endsAt, serverTime: clock.now() };
    },
  });
}
