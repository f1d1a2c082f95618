import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { Staff } from '../../../shared/model/staff';

/** What a device keeps to know a person again while the server is away: never the password. */
export const StaffVerifier = z.object({
  staff: Staff,
  salt: z.instanceof(Uint8Array),
  signature: z.instanceof(Uint8Array), // HMAC of the argon2id hash by the device's own key
  onlineAt: z.string(), // the last sign-in that the server answered
});
export type StaffVerifier = z.infer<typeof StaffVerifier>;

/** 19 MiB, two passes: OWASP's password storage cheat sheet. */
const hashOf = (password: string, salt: Uint8Array): Promise<Uint8Array> =>
  argon2id({
    password: password.normalize('NFC'),
    salt,
    memorySize: 19 * 1024,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });

export interface KnownPassword {
  staff: Staff;
  password: string;
  onlineAt: string;
}

/** Made after a sign-in that the server accepted. */
export async function makeVerifier(pepper: CryptoKey, known: KnownPassword): Promise<StaffVerifier> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await hashOf(known.password, salt);
  const signature = await crypto.subtle.sign('HMAC', pepper, Uint8Array.from(hash));
  return { staff: known.staff, salt, signature: new Uint8Array(signature), onlineAt: known.onlineAt };
}

export async function passwordFits(
  pepper: CryptoKey,
  verifier: StaffVerifier,
  password: string,
): Promise<boolean> {
  const hash = await hashOf(password, verifier.salt);
  const { signature } = verifier;
  return crypto.subtle.verify('HMAC', pepper, Uint8Array.from(signature), Uint8Array.from(hash));
}
