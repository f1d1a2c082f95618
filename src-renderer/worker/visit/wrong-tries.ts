import { z } from 'zod';
import { deviceTriesFactor } from '../../../shared/customer/wrong-tries';
import type { KeptStore } from '../db/kept-store';
import { inTurn } from '../device/in-turn';
import { devicePepper } from '../device/pepper';
import { keepInPassing } from '../startup/keep-in-passing';
import { keyedHash } from './codes';

const Wrong = z.object({ count: z.number(), lastMs: z.number(), lockedUntilMs: z.number() });
type Wrong = z.infer<typeof Wrong>;

const Kept = z.object({ device: Wrong, codes: z.record(z.string(), Wrong) });
type Kept = z.infer<typeof Kept>;

/** The policy's bounds: so many wrong tries are free, then the next has to wait. */
export interface TriesBound {
  tries: number;
  lockMs: number;
}

const keptName = 'wrong-tries';
const forgottenMs = 24 * 60 * 60_000;
const freeTries = 2;
const firstDelayMs = 2_000;
const mostDoublings = 3;

const none: Wrong = { count: 0, lastMs: 0, lockedUntilMs: 0 };

/**
 * Wrong codes tried at this kiosk; a restart shortens nothing. For one client code, known by a keyed hash: the third waits
 * seconds, each further one twice as long; after the policy's tries the next has to wait for its minutes, after as many
 * again for twice as long, up to eight times; a day without a wrong try forgets them. For the whole device, so that nobody
 * walks through codes: as many times more are free as a queue of people may need, and the policy's tries more for each of
 * its lock times that goes by.
 */
export class WrongTries {
  /** Each try sees what came of the last one: asked at once, they gain nothing. */
  readonly inTurn = inTurn();
  readonly #kept: KeptStore;
  #tries: Kept | null = null;

  constructor(kept: KeptStore) {
    this.#kept = kept;
  }

  /** How long the next try for a client code must wait, in ms; 0: it need not. @param nowMs ms since 1970 */
  async remainingMs(clientCode: string, nowMs: number, { lockMs }: TriesBound): Promise<number> {
    const tries = await this.#all();
    const ofCode = tries.codes[await this.#nameOf(clientCode)] ?? none;
    const untilMs = Math.max(tries.device.lockedUntilMs, ofCode.lockedUntilMs);
    return Math.min(Math.max(0, untilMs - nowMs), lockMs * 2 ** mostDoublings);
  }

  async failed(clientCode: string, nowMs: number, bound: TriesBound): Promise<void> {
    const { device, codes } = await this.#all();
    const name = await this.#nameOf(clientCode);
    const fresh = Object.entries(codes).filter(([, wrong]) => isRemembered(wrong, nowMs));
    await this.#keep({
      device: oneMoreOnDevice(device, nowMs, bound),
      codes: { ...Object.fromEntries(fresh), [name]: oneMoreForCode(codes[name] ?? none, nowMs, bound) },
    });
  }

  /** Whoever knows the codes starts afresh; the device's own count stays, or one known account would open all others. */
  async succeeded(clientCode: string): Promise<void> {
    const { device, codes } = await this.#all();
    const { [await this.#nameOf(clientCode)]: forgiven, ...others } = codes;
    if (forgiven) await this.#keep({ device, codes: others });
  }

  async #all(): Promise<Kept> {
    this.#tries ??= Kept.catch({ device: none, codes: {} }).parse(await this.#kept.get(keptName));
    return this.#tries;
  }

  /** Counted in memory, whatever becomes of the disk. */
  async #keep(tries: Kept): Promise<void> {
    this.#tries = tries;
    await keepInPassing(this.#kept, keptName, tries);
  }

  async #nameOf(clientCode: string): Promise<string> {
    return keyedHash(await devicePepper(this.#kept), clientCode);
  }
}

const isRemembered = ({ lastMs }: Wrong, nowMs: number): boolean => nowMs - lastMs < forgottenMs;

function oneMoreForCode(before: Wrong, nowMs: number, { tries, lockMs }: TriesBound): Wrong {
  const count = (isRemembered(before, nowMs) ? before.count : 0) + 1;
  const sinceLock = count % tries;
  const lockedMs = lockMs * 2 ** Math.min(count / tries - 1, mostDoublings);
  const slowedMs = sinceLock > freeTries ? firstDelayMs * 2 ** (sinceLock - freeTries - 1) : 0;
  const waitMs = sinceLock === 0 ? lockedMs : Math.min(slowedMs, lockMs);
  return { count, lastMs: nowMs, lockedUntilMs: Math.max(before.lockedUntilMs, nowMs + waitMs) };
}

function oneMoreOnDevice(before: Wrong, nowMs: number, { tries, lockMs }: TriesBound): Wrong {
  const gone = (Math.max(0, nowMs - before.lastMs) / lockMs) * tries;
  const count = Math.max(0, before.count - gone) + 1;
  const waitMs = count >= tries * deviceTriesFactor ? lockMs : 0;
  return { count, lastMs: nowMs, lockedUntilMs: nowMs + waitMs };
}
