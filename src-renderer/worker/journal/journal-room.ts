import { BehaviorSubject, exhaustMap, type Subscription, timer } from 'rxjs';
import { type Journal, JournalError } from '../../../shared/journal/journal';

const everyMs = 60_000;
/** A browser may promise room that its disk does not have: who was refused is believed for so long. */
const believedMs = 10 * 60_000;

/** Whether what the journal was asked to keep failed for want of room. */
export const isWantOfRoom = (error: unknown): boolean =>
  error instanceof JournalError && error.problem === 'no-space';

/** Whether what is done here can be saved: told before somebody has typed something in vain. */
export class JournalRoom {
  readonly state$ = new BehaviorSubject(true);
  readonly #journal: Pick<Journal, 'hasRoom'>;
  readonly #monotonicMs: () => number;
  #refusedMs = Number.NEGATIVE_INFINITY;

  constructor(journal: Pick<Journal, 'hasRoom'>, monotonicMs: () => number) {
    this.#journal = journal;
    this.#monotonicMs = monotonicMs;
  }

  /** Looks now and every minute. */
  follow(): Subscription {
    return timer(0, everyMs)
      .pipe(exhaustMap(() => this.look()))
      .subscribe();
  }

  async look(): Promise<void> {
    if (this.#monotonicMs() - this.#refusedMs < believedMs) return;
    try {
      this.#tell(await this.#journal.hasRoom());
    } catch (error) {
      console.error('the room of the journal is not known', error);
    }
  }

  /** Something found no room. */
  refused(): void {
    this.#refusedMs = this.#monotonicMs();
    this.#tell(false);
  }

  /** Something was saved. */
  found(): void {
    this.#refusedMs = Number.NEGATIVE_INFINITY;
    this.#tell(true);
  }

  #tell(room: boolean): void {
    if (room !== this.state$.value) this.state$.next(room);
  }
}
