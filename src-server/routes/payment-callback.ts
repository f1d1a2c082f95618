import type { FastifyInstance, FastifyRequest } from 'fastify';
import { audit } from '../db/schema/audit';
import { HttpProblem } from '../http/problem';
import { resultOfPage } from '../orders/order-result';
import type { PaymentDesk } from '../orders/payment-desk';
import { statusOf } from '../payment-page/hosted-page';
import { callbackPath, PageCallback } from '../payment-page/page-protocol';
import {
  isFresh,
  isSigned,
  signatureHeader,
  takenSignatures,
  timestampHeader,
} from '../payment-page/signature';
import type { ServerContext } from '../server-context';

const largestCallbackBytes = 16 * 1024;

/**
 * `POST /payments/callback`: the payment provider tells what became of a payment. Open to everybody who has the key: the
 * signature is looked at before anything of the body. Told again, signed anew, it is answered well and changes nothing.
 */
export function paymentCallbackRoute(
  app: FastifyInstance,
  context: ServerContext,
  { desk, key }: { desk: PaymentDesk; key: string },
): void {
  const taken = takenSignatures();
  void app.register((callbacks, _options, done) => {
    callbacks.removeAllContentTypeParsers();
    callbacks.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    callbacks.route({
      method: 'POST',
      url: callbackPath,
      bodyLimit: largestCallbackBytes,
      config: { rateLimit: { max: 1_200, timeWindow: 60_000 } },
      handler: async (request) => {
        const nowMs = context.clock.nowMs();
        const { body, signature } = proven(request, { key, nowMs });
        if (taken.has(signature)) throw refused('This message was taken already.');
        await take(context, desk, parsed(body));
        taken.add(signature, nowMs); // last: what failed may be sent again
        return { received: true };
      },
    });
    done();
  });
}

const refused = (detail: string): HttpProblem => new HttpProblem('unauthenticated', { detail });

function proven({ headers, body: raw }: FastifyRequest, { key, nowMs }: { key: string; nowMs: number }) {
  const timestamp = String(headers[timestampHeader] ?? '');
  const signature = String(headers[signatureHeader] ?? '');
  const body = typeof raw === 'string' ? raw : '';
  if (!isSigned(key, { timestamp, signature, body }))
    throw refused('The message is not signed, or not by the key agreed on.');
  if (!isFresh(timestamp, nowMs)) throw refused('The message is too old, or from the future.');
  return { body, signature };
}

function parsed(body: string): PageCallback {
  try {
    return PageCallback.parse(JSON.parse(body));
  } catch {
    throw new HttpProblem('bad-request', { detail: 'The message is not of the agreed shape.' });
  }
}

async function take(context: ServerContext, desk: PaymentDesk, callback: PageCallback): Promise<void> {
  const { reference: id } = callback;
  const result = resultOfPage(statusOf(callback), { isOver: false });
  if (!result || (await desk.settle({ id, result, by: 'callback' }))) return;
  await rememberUnknown(context, callback);
  throw new HttpProblem('not-found', { detail: 'No such payment order.' });
}

/** Money for an order that we do not have (a database put back to an earlier state): somebody has to see it. */
async function rememberUnknown(
  { database, clock, warn }: ServerContext,
  callback: PageCallback,
): Promise<void> {
  const { reference: subject } = callback;
  warn({ order: subject }, 'The payment provider tells of a payment order that is not known');
  const known = { at: clock.now(), actor: 'payment-page', action: 'payment-order-unknown', subject };
  await database.db.insert(audit).values({ ...known, detail: callback });
}
