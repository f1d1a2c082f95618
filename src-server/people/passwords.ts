import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** OWASP's least for argon2id: 19 MiB, two passes. */
const cost = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 };

/** Two keyboards write ș in two ways: both are the same password. */
const asTyped = (password: string): string => password.normalize('NFC');

/** The encoded argon2id hash that `staff.password_hash` and `customer_logins.password_hash` hold. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...cost, password: asTyped(password), salt: randomBytes(16), outputType: 'encoded' });

const encoded =
  /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$[A-Za-z0-9+/]{16,64}\$[A-Za-z0-9+/]{22,86}$/;
const most = { memorySize: 65_536, iterations: 6, parallelism: 4 };

/** Whether a hash that was made elsewhere is as slow to guess as ours, and not so slow that checking it would hold us up. */
export function isSoundPasswordHash(hash: string): boolean {
  const [memorySize = 0, iterations = 0, parallelism = 0] = encoded.exec(hash)?.slice(1).map(Number) ?? [];
  const enough = memorySize >= cost.memorySize && iterations >= cost.iterations && parallelism >= 1;
  const bearable = memorySize <= most.memorySize && iterations <= most.iterations;
  return enough && bearable && parallelism <= most.parallelism;
}

let nobody: Promise<string> | null = null;

/**
 * Whether a password is right. For an unknown user (`hash` null) it does the same work against a hash that nothing
 * matches, so that the time taken tells no names.
 */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await argon2Verify({ password: asTyped(password), hash: hash ?? (await nobody) });
  return matches && hash !== null;
}
