import { z } from 'zod';
import { Id, Instant } from '../model/primitives';
import { SealingKey } from '../sync/sealed-export';
import { decodeChecked, encodeChecked, linesOf } from './checked-line';
import type { FilePort } from './file-port';

/**
 * What is remembered outside of IndexedDB: by it a first start is told from a start after the data vanished, and what
 * waits can be exported although no database opens.
 */
export const SentinelMark = z.object({
  databaseId: z.uuid(), // the kept store in IndexedDB holds the same one; another or none there: its data vanished
  deviceId: Id.nullable(), // null before the enrolment
  sealingKey: SealingKey.nullable(), // the server's, for an export
  lastSeq: z.int().nonnegative(), // the greatest `deviceSeq` known when it was written
  writtenAt: Instant,
});
export type SentinelMark = z.infer<typeof SentinelMark>;

/** Kept beside the journal: a file in the main process, or one of the browser's own file system. */
export interface Sentinel {
  /** @returns null on a first start; 'damaged' where there is a mark that cannot be read. @throws when it cannot be reached */
  read(): Promise<SentinelMark | 'damaged' | null>;
  /** Returns when the mark is flushed; a write cut short leaves the mark before it. @throws what the medium throws */
  write(mark: SentinelMark): Promise<void>;
}

const Slot = z.object({ generation: z.int().positive(), mark: SentinelMark });
type Slot = z.infer<typeof Slot>;

interface Found {
  newest: Slot | null;
  place: 0 | 1; // where the newest one is
  damaged: boolean;
}

/** A sentinel on two small files, written by turns: the newest good one counts, so the other may be torn at any time. */
export class FileSentinel implements Sentinel {
  readonly #ports: readonly [FilePort, FilePort];
  #sure: Found | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(ports: readonly [FilePort, FilePort]) {
    this.#ports = ports;
  }

  read(): Promise<SentinelMark | 'damaged' | null> {
    return this.#inTurn(async () => {
      const found = await this.#find();
      await this.#makeSure(found).catch(() => undefined); // the next write tries again, and says so
      return found.newest?.mark ?? (found.damaged ? 'damaged' : null);
    });
  }

  write(mark: SentinelMark): Promise<void> {
    return this.#inTurn(async () => {
      const { newest, place } = this.#sure ?? (await this.#makeSure(await this.#find()));
      const next = { generation: (newest?.generation ?? 0) + 1, mark: SentinelMark.parse(mark) };
      const target = place === 0 ? 1 : 0;
      await replace(this.#ports[target], next);
      this.#sure = { newest: next, place: target, damaged: false };
    });
  }

  async #find(): Promise<Found> {
    const slots = [await readSlot(this.#ports[0]), await readSlot(this.#ports[1])];
    const [first, second] = slots.map((slot) => (slot === 'damaged' ? null : slot));
    const place = (second?.generation ?? 0) > (first?.generation ?? 0) ? 1 : 0;
    return { newest: (place === 1 ? second : first) ?? null, place, damaged: slots.includes('damaged') };
  }

  /**
   * Before the other slot is touched: an earlier run may have ended before its flush or seen it fail, and then the
   * medium may hold something else than what is read. Writing the same bytes again harms nothing, wherever it stops.
   */
  async #makeSure(found: Found): Promise<Found> {
    if (found.newest) await replace(this.#ports[found.place], found.newest);
    this.#sure = found;
    return found;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

async function readSlot(port: FilePort): Promise<Slot | 'damaged' | null> {
  const [line] = linesOf(await port.readAll());
  if (line === undefined) return null;
  const parsed = Slot.safeParse(decodeChecked(line));
  return parsed.success ? parsed.data : 'damaged';
}

async function replace(port: FilePort, slot: Slot): Promise<void> {
  const bytes = encodeChecked(slot);
  await port.write(bytes, 0);
  await port.truncate(bytes.length);
  await port.flush();
}
