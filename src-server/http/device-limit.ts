import type { FastifyRequest } from 'fastify';
import { callingDevice } from './authenticate';

/** At most so many requests a minute of one device: an office shares one address, so devices are what is counted. */
export const deviceLimit = (max: number) => ({
  rateLimit: {
    max,
    timeWindow: 60_000,
    hook: 'preHandler' as const, // after authentication
    keyGenerator: (request: FastifyRequest) => callingDevice(request).id,
  },
});
