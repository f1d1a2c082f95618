import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { OfficeDevicesRequest, OfficeDevicesResponse } from '../../shared/sync/office-devices';
import { routes } from '../../shared/sync/routes';
import { listDevices } from '../devices/list-devices';
import { deviceLimit } from '../http/device-limit';
import { callingAt } from '../http/surface';
import { demandSupervisorAt } from '../people/supervisor-at';
import type { ServerContext } from '../server-context';

/** `POST /sync/office-devices`: what arrived from the devices of a counter's offices, told to its supervisor. */
export function officeDevicesRoute(app: FastifyInstance, { database, clock }: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: routes.officeDevices,
    config: deviceLimit(30),
    schema: { body: OfficeDevicesRequest, response: { 200: OfficeDevicesResponse } },
    handler: async (request) => {
      const { id: deviceId, offices } = callingAt('counter', request);
      const serverTime = clock.now();
      await demandSupervisorAt(database.db, { staffId: request.body.staffId, deviceId, at: serverTime });
      const officeIds = offices.map(({ id }) => id);
      return { devices: officeIds.length > 0 ? await listDevices(database.db, officeIds) : [], serverTime };
    },
  });
}
