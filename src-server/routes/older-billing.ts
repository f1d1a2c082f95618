import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { OlderBillingParams, OlderBillingResponse } from '../../shared/sync/older-billing';
import { routes } from '../../shared/sync/routes';
import { callingDevice } from '../http/authenticate';
import { deviceLimit } from '../http/device-limit';
import { HttpProblem } from '../http/problem';
import { olderBilling } from '../pull/older-billing';
import { viewerOf } from '../pull/viewer';
import type { ServerContext } from '../server-context';

/** `GET /sync/accounts/:accountId/older-billing`: devices hold the policy's last months, and ask for what is older. */
export function olderBillingRoute(app: FastifyInstance, context: ServerContext): void {
  const { database, clock } = context;
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: routes.olderBilling(':accountId'),
    config: deviceLimit(120),
    schema: { params: OlderBillingParams, response: { 200: OlderBillingResponse } },
    handler: async (request) => {
      const viewer = await viewerOf(context, callingDevice(request));
      const older = await olderBilling(database.db, viewer, request.params.accountId);
      if (!older) throw new HttpProblem('not-found', { detail: 'No account of this device’s offices.' });
      return { ...older, serverTime: clock.now() };
    },
  });
}
