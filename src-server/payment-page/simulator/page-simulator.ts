import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { Language } from '../../../shared/model/primitives';
import type { Clock } from '../../clock';
import { PageAnswer, PageQuery, PageRequest, PageState } from '../page-protocol';
import { isFresh, isSigned, signatureHeader, timestampHeader } from '../signature';
import { type CallbackMode, callbackSender } from './callbacks';
import { pageHtml } from './page-html';
import { type SimulatedPayment, simulatedPayments, stateOf } from './payments';

export interface PageSimulatorOptions {
  port: number; // 0: a free one
  host?: string;
  key: string;
  callbacks: CallbackMode;
  firstPauseMs?: number; // before a callback that was not taken is sent again
  clock: Clock;
  say: (sentence: string) => void;
}

/** A payment provider of software: `page-protocol.ts` towards the server, a page towards the customer. */
export async function startPageSimulator(options: PageSimulatorOptions) {
  const { port, host = '127.0.0.1', clock } = options;
  const payments = simulatedPayments();
  const callbacks = callbackSender({ ...options, mode: options.callbacks });
  const app = Fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post('/payments', (request, reply) => {
    const wanted = signedBody(request, reply, options);
    if (wanted === null) return reply;
    const made = payments.make(PageRequest.parse(wanted));
    options.say(`${made.reference}: a page for ${(made.amountBani / 100).toFixed(2)} lei`);
    const url = `http://${request.headers.host}/pay/${made.paymentId}?language=${made.language}`;
    return reply.send(PageAnswer.parse({ ...made, url }));
  });

  app.post('/payments/query', (request, reply) => {
    const asked = signedBody(request, reply, options);
    if (asked === null) return reply;
    const { reference } = PageQuery.parse(asked);
    const payment = payments.find(reference, clock.now());
    const state: PageState = payment ? stateOf(payment) : { state: 'not-found', reference };
    return reply.send(PageState.parse(state));
  });

  app.get<{ Params: { id: string } }>('/pay/:id', (request, reply) =>
    show(request, reply, payments.byId(request.params.id, clock.now())),
  );

  app.post<{ Params: { id: string; action: string } }>('/pay/:id/:action', (request, reply) => {
    const payment = payments.byId(request.params.id, clock.now());
    const action = request.params.action === 'pay' ? 'pay' : 'decline';
    if (payment && payments.decide(payment, action, clock.now())) {
      options.say(`${payment.reference}: ${payment.state} on the page`);
      const said = stateOf(payment);
      if (said.state === 'paid' || said.state === 'declined') void callbacks.tell(payment.callbackUrl, said); // never rejects
    }
    return show(request, reply, payment);
  });

  return {
    url: await app.listen({ port, host }),
    async close(): Promise<void> {
      callbacks.stop();
      await app.close();
    },
  };
}

/** What a request that is rightly signed says; else answers it with 401. */
function signedBody(request: FastifyRequest, reply: FastifyReply, { key, clock }: PageSimulatorOptions) {
  const body = String(request.body ?? '');
  const timestamp = String(request.headers[timestampHeader] ?? '');
  const signature = String(request.headers[signatureHeader] ?? '');
  if (isFresh(timestamp, clock.nowMs()) && isSigned(key, { timestamp, signature, body }))
    return JSON.parse(body) as unknown;
  void reply.code(401).send({ error: 'not signed, or not by this key' });
  return null;
}

function show(request: FastifyRequest, reply: FastifyReply, payment: SimulatedPayment | undefined) {
  if (!payment) return reply.code(404).type('text/plain').send('404');
  const { language } = request.query as { language?: unknown };
  const html = pageHtml(payment, Language.catch(payment.language).parse(language));
  return reply.type('text/html; charset=utf-8').send(html);
}
