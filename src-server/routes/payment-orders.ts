import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { PaymentOffersRequest, PaymentOffersResponse } from '../../shared/sync/payment-offer';
import {
  PaymentOrderParams,
  PaymentOrderQuery,
  PaymentOrderRequest,
  PaymentOrderResponse,
} from '../../shared/sync/payment-order';
import { routes } from '../../shared/sync/routes';
import { callingDevice } from '../http/authenticate';
import { deviceLimit } from '../http/device-limit';
import { publicOrder } from '../orders/order-row';
import type { PaymentDesk } from '../orders/payment-desk';
import type { ServerContext } from '../server-context';

const largestOffersBytes = 4 * 1024 * 1024; // 200 orders of 100 invoices

/**
 * `POST /sync/payment-orders` begins a payment, and answers with the same order when it is sent again. The order answered
 * may have another id than the one asked for: see `standingOrder`. `POST /sync/payment-orders/offer` tells of orders begun
 * before, whatever the device's release, as with submissions: see `takeOffers`. `GET /sync/payment-orders/:id?waitMs` tells what
 * became of it, at its next change.
 */
export function paymentOrdersRoutes(app: FastifyInstance, { clock }: ServerContext, desk: PaymentDesk): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.route({
    method: 'POST',
    url: routes.paymentOrders,
    schema: { body: PaymentOrderRequest, response: { 200: PaymentOrderResponse } },
    handler: async (request) => {
      const order = await desk.begin(callingDevice(request), request.body);
      return { order: publicOrder(order), serverTime: clock.now() };
    },
  });
  typed.route({
    method: 'POST',
    url: routes.paymentOffers,
    bodyLimit: largestOffersBytes,
    config: deviceLimit(60),
    schema: { body: PaymentOffersRequest, response: { 200: PaymentOffersResponse } },
    handler: async (request) => {
      const device = callingDevice(request);
      const answers = await desk.offer(device, request.body.orders);
      return { answers, serverTime: clock.now(), epoch: device.epoch };
    },
  });
  typed.route({
    method: 'GET',
    url: routes.paymentOrder(':id'),
    schema: {
      params: PaymentOrderParams,
      querystring: PaymentOrderQuery,
      response: { 200: PaymentOrderResponse },
    },
    handler: async (request) => {
      const { id } = request.params;
      const order = await desk.follow(callingDevice(request), { id, waitMs: request.query.waitMs });
      return { order: publicOrder(order), serverTime: clock.now() };
    },
  });
}
