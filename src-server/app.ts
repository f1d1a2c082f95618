import { fastifySSE } from '@fastify/sse';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { type Clock, systemClock } from './clock';
import type { Database } from './db/connect';
import { readTokenKey } from './db/server-state';
import { setUpAuthentication } from './http/authenticate';
import { setUpDocumentation } from './http/documentation';
import { setUpGracefulClose } from './http/graceful-close';
import { setUpProblemReplies } from './http/problem-replies';
import { setUpRenderer } from './http/renderer';
import { setUpSecurity } from './http/security';
import { type DeskOptions, type PaymentDesk, paymentDesk } from './orders/payment-desk';
import type { PaymentPageSetting } from './payment-page/configuration';
import { hostedPage } from './payment-page/hosted-page';
import { callbackPath } from './payment-page/page-protocol';
import { attempts } from './people/attempts';
import { compareRoute } from './routes/compare';
import { confirmEmailRoutes } from './routes/confirm-email';
import { customerAccountRoutes } from './routes/customer-account';
import { customerVisitRoutes } from './routes/customer-visit';
import { enrolRoute, welcomeRoute } from './routes/devices';
import { healthRoute } from './routes/health';
import { importWaitingRoute } from './routes/import-waiting';
import { officeDevicesRoute } from './routes/office-devices';
import { olderBillingRoute } from './routes/older-billing';
import { paymentCallbackRoute } from './routes/payment-callback';
import { paymentOrdersRoutes } from './routes/payment-orders';
import { pullRoute } from './routes/pull';
import { receiptRoute } from './routes/receipts';
import { signInRoute } from './routes/sign-in';
import { streamRoute } from './routes/stream';
import { submissionsRoute } from './routes/submissions';
import { readSealingKey } from './sealing/sealing-key';
import type { ServerContext } from './server-context';
import { watchChanges } from './stream/change-watch';

export interface AppOptions {
  database: Database;
  clock?: Clock;
  logger?: FastifyBaseLogger;
  /** The built renderer; without it only the interface for devices is served. */
  rendererDir?: string | undefined;
  heartbeatMs?: number;
  coalesceMs?: number; // how long changes are gathered before a poke
  pollMs?: number; // how often changes are looked for without a NOTIFY
  /** The payment provider's page; without it customers pay at terminals only. */
  paymentPage?: PaymentPageSetting | null;
  desk?: DeskOptions;
  drainMs?: number; // how long requests under way may take to finish when the server closes
}

/** Builds the central server on a migrated database. It begins to listen elsewhere; `close()` leaves the database open. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    database,
    clock = systemClock,
    logger,
    heartbeatMs = 15_000,
    drainMs = 10_000,
    rendererDir,
    paymentPage = null,
  } = options;
  const app: FastifyInstance = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    return503OnClosing: false, // requests that arrived are finished, not turned away
  });
  const onError = (error: unknown) => app.log.error({ err: error }, 'outside a request');
  const warn = (about: object, what: string) => app.log.warn(about, what);
  const callbackUrl = () => `${paymentPage?.publicUrl ?? app.listeningOrigin}${callbackPath}`;
  const { coalesceMs, pollMs } = options;
  const watch = await watchChanges(database, {
    onError,
    ...(coalesceMs === undefined ? {} : { coalesceMs }),
    ...(pollMs === undefined ? {} : { pollMs }),
  });
  app.addHook('onClose', () => watch.close());
  const { db } = database;
  const keys = { tokenKey: await readTokenKey(db), sealingKey: await readSealingKey(db) };
  const provider = paymentPage && hostedPage({ ...paymentPage, callbackUrl, clock, onError });
  const context = { database, clock, watch, onError, warn, paymentPage: provider, ...keys };
  const desk = setUpPaymentDesk(app, context, options.desk);

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  setUpProblemReplies(app);
  setUpGracefulClose(app, drainMs);
  await setUpSecurity(app);
  await setUpDocumentation(app); // before the routes: it describes those that come after it
  await app.register(fastifySSE, { heartbeatInterval: heartbeatMs });
  openRoutes(app, context);
  if (paymentPage) paymentCallbackRoute(app, context, { desk, key: paymentPage.key });
  await app.register((pages, _options, done) => {
    confirmEmailRoutes(pages, context);
    done();
  });
  await app.register((guarded, _options, done) => {
    guardedRoutes(guarded, context, heartbeatMs);
    paymentOrdersRoutes(guarded, context, desk);
    done();
  });
  await setUpRenderer(app, rendererDir);
  return app;
}

/** Who waits for an order is answered before the server waits for its requests to end. */
function setUpPaymentDesk(app: FastifyInstance, context: ServerContext, options?: DeskOptions): PaymentDesk {
  const desk = paymentDesk(context, options);
  app.addHook('preClose', async () => desk.release());
  app.addHook('onClose', () => desk.close());
  return desk;
}

function openRoutes(app: FastifyInstance, context: ServerContext): void {
  healthRoute(app, context);
  enrolRoute(app, context);
}

function guardedRoutes(app: FastifyInstance, context: ServerContext, heartbeatMs: number): void {
  setUpAuthentication(app, context); // first: no route below is reached without a token
  welcomeRoute(app, context);
  const tries = attempts(); // wrong passwords slow down both routes that take one
  signInRoute(app, context, tries);
  importWaitingRoute(app, context, tries);
  officeDevicesRoute(app, context);
  pullRoute(app, context);
  submissionsRoute(app, context);
  compareRoute(app, context);
  customerVisitRoutes(app, context);
  customerAccountRoutes(app, context);
  receiptRoute(app, context);
  olderBillingRoute(app, context);
  streamRoute(app, context, heartbeatMs);
}
