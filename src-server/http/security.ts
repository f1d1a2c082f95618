import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/**
 * What a page of ours may load. argon2id is WebAssembly; Mantine writes styles into its elements. The server speaks plain
 * http on a counter's own machine, so nothing asks for https here: that is the proxy's in front of it.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

export async function setUpSecurity(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  await app.register(rateLimit, { global: false }); // routes where somebody could guess name their own limit
}
