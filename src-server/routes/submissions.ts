import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { routes } from '../../shared/sync/routes';
import { SubmissionsRequest, SubmissionsResponse } from '../../shared/sync/submissions';
import { decideBatch } from '../decide/decide-batch';
import { callingDevice } from '../http/authenticate';
import type { ServerContext } from '../server-context';

const largestBatchBytes = 16 * 1024 * 1024; // 500 submissions of 32 KiB

/** `POST /sync/submissions`: whatever a device's release, its submissions are taken: no version is asked for. */
export function submissionsRoute(app: FastifyInstance, context: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.submissions,
    bodyLimit: largestBatchBytes,
    schema: { body: SubmissionsRequest, response: { 200: SubmissionsResponse } },
    handler: async (request, { raw }) => {
      const device = callingDevice(request);
      const answers = await decideBatch(context, device, request.body, () => !raw.destroyed);
      return { answers, serverTime: context.clock.now(), epoch: device.epoch };
    },
  });
}
