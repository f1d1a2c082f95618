import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** OWASP's least for argon2id: 19 MiB, two passes. */
const cost = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 };

/** The encoded argon2id hash that `staff.password_hash` holds. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...cost, password, salt: randomBytes(16), outputType: 'encoded' });

let nobody: Promise<string> | null = null;

/**
 * Whether a password is right. For an unknown user (`hash` null) it does the same work against a hash that nothing
 * matches, so that the time taken tells no names.
 */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await argon2Verify({ password, hash: hash ?? (await nobody) });
  return matches && hash !== null;
}
