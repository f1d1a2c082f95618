import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { ReceiptParams, ReceiptResponse } from '../../shared/sync/receipt';
import { routes } from '../../shared/sync/routes';
import { receiptByNumber } from '../customers/receipts';
import { deviceLimit } from '../http/device-limit';
import { callingAt } from '../http/surface';
import type { ServerContext } from '../server-context';

/** `GET /sync/receipts/:number`: a customer shows a slip at any counter, whichever office it is from. */
export function receiptRoute(app: FastifyInstance, { database, clock }: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: routes.receipt(':number'),
    config: deviceLimit(120),
    schema: { params: ReceiptParams, response: { 200: ReceiptResponse } },
    handler: async (request) => {
      callingAt('counter', request);
      const receipt = await receiptByNumber(database.db, request.params.number);
      return { receipt, serverTime: clock.now() };
    },
  });
}
