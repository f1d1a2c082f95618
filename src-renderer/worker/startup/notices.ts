import { BehaviorSubject } from 'rxjs';
import { z } from 'zod';
import type { StartupNotice } from '../../data/device-api';
import type { KeptStore } from '../db/kept-store';

const count = z.int().nonnegative();
/** One that an earlier version kept without its number is about all there is. */
const lastSeq = count.default(Number.MAX_SAFE_INTEGER);
const Notice: z.ZodType<StartupNotice> = z.discriminatedUnion('code', [
  z.object({ code: z.literal('data-vanished'), submissions: count, lastSeq }),
  z.object({ code: z.literal('data-damaged'), submissions: count, lastSeq }),
  z.object({ code: z.literal('journal-vanished'), submissions: count }),
  z.object({ code: z.literal('journal-damaged'), lines: count }),
  z.object({ code: z.literal('journal-gap'), from: count, to: count }),
  z.object({ code: z.literal('of-other-device'), deviceId: z.string(), submissions: count }),
]);

const Kept = z.object({ open: z.array(Notice), read: z.array(z.string()) });
const keptKey = 'notices';

/** These stay true over starts: one that was read is not shown again until it says something else. */
const lasting = new Set<StartupNotice['code']>(['journal-damaged', 'journal-gap', 'of-other-device']);

/** What the start-up check found, until a person has read it. */
export class Notices {
  readonly open$ = new BehaviorSubject<StartupNotice[]>([]);
  readonly #kept: KeptStore;
  #read = new Set<string>();

  constructor(kept: KeptStore) {
    this.#kept = kept;
  }

  /** Takes up what earlier starts found. */
  async recall(): Promise<void> {
    const kept = Kept.safeParse(await this.#kept.get(keptKey));
    if (!kept.success) return;
    this.#read = new Set(kept.data.read);
    this.open$.next(kept.data.open);
  }

  /** Adds what this start found; the newest of its kind stands, gaps each for itself. */
  async found(notices: readonly StartupNotice[]): Promise<void> {
    const fresh = notices.filter((notice) => !lasting.has(notice.code) || !this.#read.has(nameOf(notice)));
    if (fresh.length === 0) return;
    const names = new Set(fresh.map(sameKind));
    const before = this.open$.value.filter((notice) => !names.has(sameKind(notice)));
    this.open$.next([...before, ...fresh].toSorted((a, b) => weightOf(a) - weightOf(b)));
    await this.#keep();
  }

  isRead(notice: StartupNotice): boolean {
    return this.#read.has(nameOf(notice));
  }

  /** @param shown what was on the screen */
  async dismiss(shown: readonly StartupNotice[]): Promise<void> {
    for (const notice of shown) if (lasting.has(notice.code)) this.#read.add(nameOf(notice));
    this.open$.next([]);
    await this.#keep();
  }

  /** In memory they stand in any case; what cannot be kept is shown again, or found again, at the next start. */
  async #keep(): Promise<void> {
    await this.#kept
      .put(keptKey, { open: this.open$.value, read: [...this.#read] })
      .catch((error: unknown) => console.error('notices could not be kept', error));
  }
}

const nameOf = (notice: StartupNotice): string => JSON.stringify(notice);
const sameKind = (notice: StartupNotice): string =>
  notice.code === 'journal-gap' ? nameOf(notice) : notice.code;

const order: readonly StartupNotice['code'][] = [
  'data-vanished',
  'data-damaged',
  'journal-vanished',
  'journal-damaged',
  'journal-gap',
  'of-other-device',
];
const weightOf = ({ code }: StartupNotice): number => order.indexOf(code);
