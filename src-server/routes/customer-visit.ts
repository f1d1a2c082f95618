import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  CustomerRenewRequest,
  CustomerRenewResponse,
  CustomerSignInRequest,
  CustomerSignInResponse,
  CustomerSignOutRequest,
  Done,
  IdentifyRequest,
  IdentifyResponse,
} from '../../shared/sync/customer';
import { routes } from '../../shared/sync/routes';
import { identify } from '../customers/identify';
import { endSessions, extendSessions } from '../customers/sessions';
import { signInCustomer } from '../customers/sign-in';
import { deviceLimit } from '../http/device-limit';
import { callingAt } from '../http/surface';
import type { ServerContext } from '../server-context';

/** Who stands at a kiosk: by codes, by e-mail and password, and nobody any more. */
export function customerVisitRoutes(app: FastifyInstance, { database, clock }: ServerContext): void {
  const { db } = database;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.route({
    method: 'POST',
    url: routes.identify,
    config: deviceLimit(60),
    schema: { body: IdentifyRequest, response: { 200: IdentifyResponse } },
    handler: async (request) => {
      const device = callingAt('self-service', request);
      const accountId = await identify(db, request.body, { device, now: clock.now() });
      return { accountId, serverTime: clock.now() };
    },
  });
  typed.route({
    method: 'POST',
    url: routes.customerSignIn,
    config: deviceLimit(30),
    schema: { body: CustomerSignInRequest, response: { 200: CustomerSignInResponse } },
    handler: async (request) => {
      const device = callingAt('self-service', request);
      const sessions = await signInCustomer(db, request.body, { device, now: clock.now() });
      return { sessions, serverTime: clock.now() };
    },
  });
  typed.route({
    method: 'POST',
    url: routes.customerRenew,
    config: deviceLimit(120),
    schema: { body: CustomerRenewRequest, response: { 200: CustomerRenewResponse } },
    handler: async (request) => {
      const { id: deviceId } = callingAt('self-service', request);
      const used = await extendSessions(db, { tokens: request.body.tokens, deviceId, now: clock.now() });
      const sessions = used.map(({ accountId, endsAt }) => ({ accountId, endsAt }));
      return { sessions, serverTime: clock.now() };
    },
  });
  typed.route({
    method: 'POST',
    url: routes.customerSignOut,
    config: deviceLimit(120),
    schema: { body: CustomerSignOutRequest, response: { 200: Done } },
    handler: async (request) => {
      const { id: deviceId } = callingAt('self-service', request);
      await endSessions(db, { tokens: request.body.tokens, deviceId, now: clock.now() });
      return { serverTime: clock.now() };
    },
  });
}
