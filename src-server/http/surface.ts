import type { FastifyRequest } from 'fastify';
import type { Surface } from '../../shared/model/primitives';
import type { CallingDevice } from '../devices/calling-device';
import { callingDevice } from './authenticate';
import { HttpProblem } from './problem';

/** The calling device, where it is of the surface that a route is for. @throws HttpProblem `not-found` */
export function callingAt(surface: Surface, request: FastifyRequest): CallingDevice {
  const device = callingDevice(request);
  if (device.surface === surface) return device;
  throw new HttpProblem('not-found', { detail: `Only a ${surface} device may ask this.` });
}
