import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CollectionName } from '../../shared/sync/collections';
import { collectionNames } from '../../shared/sync/collections';
import { EnrolRequest, EnrolResponse, Greeting, Welcome } from '../../shared/sync/device';
import { routes } from '../../shared/sync/routes';
import { publicDevice, scopeVersion } from '../devices/calling-device';
import { enrolDevice } from '../devices/enrol';
import { lastSeqOf } from '../devices/last-seq';
import { rememberContact } from '../devices/remember-contact';
import { codeHintKey } from '../devices/secrets';
import { terminalAddressOf } from '../devices/terminal-address';
import { noticeRestore, type Remembered } from '../epoch/notice-restore';
import { callingDevice } from '../http/authenticate';
import { countDocuments } from '../pull/change-page';
import { viewerOf } from '../pull/viewer';
import type { ServerContext } from '../server-context';

/** `POST /sync/enrol`: a one-time code becomes a device and its token. The only sync route without a token. */
export function enrolRoute(app: FastifyInstance, context: ServerContext): void {
  const { database, tokenKey, sealingKey, clock } = context;
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.enrol,
    config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    schema: { body: EnrolRequest, response: { 200: EnrolResponse } },
    handler: async ({ body }) => {
      const enrolled = await enrolDevice(database.db, { code: body.code, tokenKey, now: clock.now() });
      return { ...enrolled, sealingKey, lastSeq: await lastSeqOf(database.db, enrolled.device.id) };
    },
  });
}

/** A device that speaks of another epoch than ours builds its cache anew in any case: what it knew tells nothing more. */
function epochAfter(context: ServerContext, greeting: Greeting, request: FastifyRequest): Promise<string> {
  const device = callingDevice(request);
  const { epoch, checkpoints, settled } = greeting;
  const known = epoch === device.epoch ? { checkpoints: Object.values(checkpoints), settled } : nothing;
  return noticeRestore(context, device, { ...known, log: request.log });
}

const nothing: Remembered = { checkpoints: [], settled: [] };

/** `POST /sync/welcome`: who the device is, and how much there is to pull. */
export function welcomeRoute(app: FastifyInstance, context: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.welcome,
    schema: { body: Greeting, response: { 200: Welcome } },
    handler: async (request): Promise<Welcome> => {
      const device = callingDevice(request);
      const epoch = await epochAfter(context, request.body, request);
      await rememberContact(context, device);
      const viewer = await viewerOf(context, device);
      const counted = await Promise.all(
        collectionNames.map(
          async (name): Promise<[CollectionName, number]> => [
            name,
            await countDocuments(context.database.db, viewer, name),
          ],
        ),
      );
      return {
        device: publicDevice(device),
        serverTime: context.clock.now(),
        epoch,
        scopeVersion: scopeVersion(device),
        counts: Object.fromEntries(counted),
        sealingKey: context.sealingKey,
        lastSeq: await lastSeqOf(context.database.db, device.id),
        kiosk: device.surface === 'counter' ? null : await kioskServices(context, device.id),
      };
    },
  });
}

/** What stands beside a kiosk, as it was set up: whether it answers shows when it is used. */
async function kioskServices(
  { database, tokenKey, paymentPage }: ServerContext,
  deviceId: string,
): Promise<Welcome['kiosk']> {
  const cardTerminal = (await terminalAddressOf(database.db, deviceId)) !== null;
  return { codeHintKey: codeHintKey(tokenKey), cardTerminal, paymentPage: paymentPage !== null };
}
