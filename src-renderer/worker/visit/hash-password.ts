import { argon2id } from 'hash-wasm';
import { plainPassword } from './codes';

/** OWASP's least for argon2id, as the server's own: 19 MiB, two passes. */
const cost = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 };

/** The encoded hash of a password: all of it that ever leaves this worker with a registration. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({
    ...cost,
    password: plainPassword(password),
    salt: crypto.getRandomValues(new Uint8Array(16)),
    outputType: 'encoded',
  });
