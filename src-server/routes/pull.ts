import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { PROTOCOL_VERSION, protocolHeader } from '../../shared/sync/protocol';
import { Checkpoint, PullParams, PullQuery, PullResponse } from '../../shared/sync/pull';
import { routes } from '../../shared/sync/routes';
import { noticeRestore } from '../epoch/notice-restore';
import { signed } from '../epoch/signed-checkpoint';
import { callingDevice } from '../http/authenticate';
import { HttpProblem } from '../http/problem';
import { readChangePage } from '../pull/change-page';
import { renderDocuments } from '../pull/render';
import { viewerOf } from '../pull/viewer';
import type { ServerContext } from '../server-context';

/** `GET /sync/pull/:collection`: the next page of what changed for this device, in commit order. */
export function pullRoute(app: FastifyInstance, context: ServerContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: routes.pull(':collection'),
    schema: { params: PullParams, querystring: PullQuery, response: { 200: PullResponse } },
    // Pages are large and rendered by us: checking each document again on its way out would halve the speed.
    serializerCompiler: () => JSON.stringify,
    handler: async (request) => {
      refuseOlderProtocol(request.headers[protocolHeader]);
      const device = callingDevice(request);
      const viewer = await viewerOf(context, device);
      const { collection } = request.params;
      const { limit } = request.query;
      const { db } = context.database;
      const checkpoint = parseCheckpoint(request.query.checkpoint);
      const page = await readChangePage(db, viewer, { collection, limit, checkpoint });
      const remembered = { checkpoints: [checkpoint], settled: [], log: request.log };
      const epoch = page.ahead ? await noticeRestore(context, device, remembered) : device.epoch;
      return {
        documents: await renderDocuments(db, viewer, { collection, ids: page.ids }),
        checkpoint: signed(page.checkpoint, { tokenKey: context.tokenKey, epoch }),
        serverTime: context.clock.now(),
        epoch,
      };
    },
  });
}

/** A device that names no version is one we never released. */
function refuseOlderProtocol(header: string | string[] | undefined): void {
  const version = Number(header ?? 0);
  if (version >= PROTOCOL_VERSION) return;
  throw new HttpProblem('protocol-too-old', {
    detail: `This server speaks version ${PROTOCOL_VERSION}; the header ${protocolHeader} says ${header ?? 'nothing'}.`,
  });
}

function parseCheckpoint(text: string | undefined): Checkpoint {
  if (text === undefined) return {};
  try {
    return Checkpoint.parse(JSON.parse(text));
  } catch (error) {
    throw new HttpProblem('bad-request', { detail: `The checkpoint is none of ours: ${String(error)}` });
  }
}
