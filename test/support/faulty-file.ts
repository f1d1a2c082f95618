import type { FilePort } from '../../shared/journal/file-port';
import { seededRandom } from './random';

/*
 * A disk as it is known to behave. What was written is read again at once, but is on the medium only after a flush. A
 * power cut keeps any of the sectors that were not flushed, in any order, and the file's length with or without them. A
 * flush that fails keeps any of them too, and forgets the rest: a later flush succeeds without them, although reading
 * still shows them.
 */
const sectorBytes = 64; // small, so that a line spans several

export type Step = 'write' | 'flush' | 'truncate';

export interface Fault {
  /** Steps that still succeed before the one that fails. */
  after: number;
  /** `END`: the process ends at it, and nothing more is done. */
  code: 'ENOSPC' | 'EIO' | 'END';
  /** Steps that fail with EIO, one after the other. */
  times?: number;
  /** Only such a step counts and fails; any when left out. */
  step?: Step;
}

interface Under {
  errorAt(step: Step): Error | null;
  ended(): boolean;
  chance(probability: number): boolean;
}

type Change = { at: number; bytes: Uint8Array } | { size: number };

export class FaultyDisk {
  readonly #files: FaultyFile[] = [];
  #random: () => number;
  #fault: Fault | null = null;
  /** Whether an armed fault has struck since it was armed. */
  struck = false;
  /** The process has ended; `revive` begins the next one. */
  ended = false;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  open(): FaultyFile {
    const file = new FaultyFile({
      errorAt: (step) => this.#errorAt(step),
      ended: () => this.ended,
      chance: this.chance,
    });
    this.#files.push(file);
    return file;
  }

  readonly chance = (probability: number): boolean => this.#random() < probability;

  arm(fault: Fault | null): void {
    this.#fault = fault && { ...fault };
    this.struck = false;
  }

  revive(): void {
    this.ended = false;
    this.#fault = null;
  }

  /** The lights go out: what is read from now on is what the medium has. */
  cutPower(seed: number): void {
    this.#random = seededRandom(seed);
    for (const file of this.#files) file.cutPower();
  }

  #errorAt(step: Step): Error | null {
    if (this.ended) return new Error('the process has ended');
    const fault = this.#fault;
    if (!fault || (fault.step && fault.step !== step)) return null;
    if (fault.after > 0) {
      fault.after -= 1;
      return null;
    }
    if (fault.code === 'ENOSPC' && step !== 'write') return null; // only writing needs room
    this.struck = true;
    this.ended = fault.code === 'END';
    fault.times = (fault.times ?? 1) - 1;
    if (fault.code === 'EIO' && fault.times <= 0) this.#fault = null; // a bad moment; a full disk stays full
    return Object.assign(new Error(`${fault.code} at ${step}`), { code: fault.code });
  }
}

export class FaultyFile implements FilePort {
  #read: Uint8Array = new Uint8Array();
  #medium: Uint8Array = new Uint8Array();
  #unflushed: Change[] = [];
  readonly #errorAt: (step: Step) => Error | null;
  readonly #ended: () => boolean;
  readonly #chance: (probability: number) => boolean;

  constructor({ errorAt, ended, chance }: Under) {
    this.#errorAt = errorAt;
    this.#ended = ended;
    this.#chance = chance;
  }

  async readAll(): Promise<Uint8Array> {
    return this.#read.slice();
  }

  async write(bytes: Uint8Array, at: number): Promise<void> {
    const dead = this.#ended();
    const error = this.#errorAt('write');
    const written = error
      ? bytes.slice(0, Math.floor(bytes.length * (this.#chance(0.5) ? 0.5 : 0)))
      : bytes.slice();
    if (!dead) this.#change({ at, bytes: written });
    if (error) throw error;
  }

  async truncate(size: number): Promise<void> {
    const error = this.#errorAt('truncate');
    if (error) throw error;
    this.#change({ size });
  }

  async flush(): Promise<void> {
    const error = this.#errorAt('flush');
    if (this.#ended()) throw error; // what is read stays as it is until the lights go out
    if (!error) {
      for (const change of this.#unflushed) this.#medium = applied(this.#medium, change);
    } else this.#keepSome();
    this.#unflushed = [];
    if (error) throw error;
  }

  cutPower(): void {
    this.#keepSome();
    this.#unflushed = [];
    this.#read = this.#medium.slice();
  }

  #change(change: Change): void {
    this.#read = applied(this.#read, change);
    this.#unflushed.push(change);
  }

  #keepSome(): void {
    const share = this.#chance(0.2) ? 1 : this.#chance(0.2) ? 0 : 0.5;
    for (const change of this.#unflushed.flatMap(sectorsOf)) {
      if (this.#chance(share)) this.#medium = applied(this.#medium, change);
      else if ('bytes' in change && this.#chance(0.2)) this.#lengthen(change.at + change.bytes.length);
    }
  }

  /** The length reached the medium and the sector did not: zeros. */
  #lengthen(size: number): void {
    if (size > this.#medium.length) this.#medium = applied(this.#medium, { size });
  }
}

function sectorsOf(change: Change): Change[] {
  if ('size' in change) return [change];
  const sectors: Change[] = [];
  for (let from = 0; from < change.bytes.length; ) {
    const at = change.at + from;
    const length = sectorBytes - (at % sectorBytes);
    sectors.push({ at, bytes: change.bytes.slice(from, from + length) });
    from += length;
  }
  return sectors;
}

function applied(content: Uint8Array, change: Change): Uint8Array {
  const size = 'size' in change ? change.size : Math.max(content.length, change.at + change.bytes.length);
  const next = new Uint8Array(size);
  next.set(content.subarray(0, size));
  if ('bytes' in change) next.set(change.bytes, change.at);
  return next;
}
