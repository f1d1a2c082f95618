import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { routes } from '../../shared/sync/routes';
import { ImportWaitingRequest, ImportWaitingResponse } from '../../shared/sync/sealed-export';
import { ImportProblem, importWaiting } from '../decide/import-waiting';
import { callingDevice } from '../http/authenticate';
import { HttpProblem } from '../http/problem';
import type { attempts } from '../people/attempts';
import { signIn } from '../people/sign-in';
import type { ServerContext } from '../server-context';

const mostImportMs = 100_000; // a device waits for 120 s

const largestExportBytes = 16 * 1024 * 1024;

/** `POST /sync/import-waiting`: a supervisor hands in what waited on another device, sealed to this server. */
export function importWaitingRoute(
  app: FastifyInstance,
  context: ServerContext,
  tries: ReturnType<typeof attempts>,
): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.importWaiting,
    bodyLimit: largestExportBytes,
    config: {
      rateLimit: {
        max: 20,
        timeWindow: 60_000,
        hook: 'preHandler', // after authentication: counted by device
        keyGenerator: (request) => callingDevice(request).id,
      },
    },
    schema: { body: ImportWaitingRequest, response: { 200: ImportWaitingResponse } },
    handler: async (request) => {
      const { database, clock } = context;
      const through = callingDevice(request);
      const { id: deviceId, epoch } = through;
      const { sealed, userName, password } = request.body;
      const [now, nowMs] = [clock.now(), clock.nowMs()];
      const staff = await signIn(database.db, tries, { userName, password, deviceId, now, nowMs });
      if (staff.role !== 'supervisor') throw new HttpProblem('not-a-supervisor');
      const by = { actor: staff.id, through };
      const imported = await importWaiting(context, { sealed, by, mostMs: mostImportMs }).catch(
        (error: unknown) => {
          throw error instanceof ImportProblem ? new HttpProblem(error.reason) : error;
        },
      );
      return { ...imported, serverTime: clock.now(), epoch };
    },
  });
}
