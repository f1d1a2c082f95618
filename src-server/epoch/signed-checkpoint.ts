import { createHmac } from 'node:crypto';
import { canonicalJson } from '../../shared/sync/digest';
import type { Checkpoint } from '../../shared/sync/pull';

/*
 * A checkpoint carries 96 bits of a keyed hash over itself and the epoch, under a name that no counter has. Who comes
 * back with numbers that we no longer know, and our own sign beside them, proves that this database once had them.
 */
const signName = '~';

interface Signer {
  tokenKey: string;
  epoch: string;
}

export function signed(checkpoint: Checkpoint, signer: Signer): Checkpoint {
  const { [signName]: _, ...numbers } = checkpoint;
  return { ...numbers, [signName]: signOf(numbers, signer) };
}

/** Whether these very numbers were given by this server in this epoch. */
export function isSigned(checkpoint: Checkpoint, signer: Signer): boolean {
  const { [signName]: sign, ...numbers } = checkpoint;
  return sign !== undefined && sign.join() === signOf(numbers, signer).join();
}

/** The counters of a checkpoint and the largest number it holds of each. */
export const numbersIn = (checkpoint: Checkpoint): [scope: string, number: number][] =>
  Object.entries(checkpoint)
    .filter(([scope]) => scope !== signName)
    .map(([scope, numbers]) => [scope, Math.max(...numbers)]);

/** Two numbers of 48 bits: as many as a JSON number holds for sure, in the form of a counter's own pair. */
function signOf(numbers: Checkpoint, { tokenKey, epoch }: Signer): [number, number] {
  const hash = createHmac('sha256', tokenKey)
    .update(`checkpoint ${epoch} ${canonicalJson(numbers)}`)
    .digest();
  return [hash.readUIntBE(0, 6), hash.readUIntBE(6, 6)];
}
