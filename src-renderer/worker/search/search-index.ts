import { BehaviorSubject } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import type { InSteps } from './in-steps';
import { Precedence } from './precedence';
import { byWords, lineOf, type SearchLine } from './search-line';
import { type Match, SettledLines } from './settled-lines';
import { rankOf, type Sought, soughtIn } from './sought';

/** What a search found: ids in the order they are shown. */
export interface Found {
  ids: string[];
  more: boolean;
}

/** So many changed lines are read one by one at each search, before they are settled too. */
const mostChanged = 1_000;

/**
 * Every account's name, address, locality, code and serials as one line of folded text each. Most lines are settled:
 * found by the words in them. Those that changed since are read as they are, until there are so many that everything
 * is settled anew, in steps between which searches go on.
 */
export class SearchIndex {
  readonly ready$ = new BehaviorSubject(false);
  /** Of searches by prefix over the reading of all accounts for this index. */
  readonly precedence = new Precedence();
  readonly #pause: () => Promise<void>;
  readonly #lines = new Map<string, SearchLine>();
  #settled: SettledLines | null = null;
  #changed = new Set<string>(); // ids whose lines are not settled as they are now
  #changedMeanwhile: Set<string> | null = null; // since the settling under way began

  /** @param pause between two steps of settling */
  constructor(pause: () => Promise<void> = nextTask) {
    this.#pause = pause;
  }

  clear(): void {
    this.#lines.clear();
    this.#changed.clear();
    this.#changedMeanwhile = null;
    this.#settled = null;
    this.ready$.next(false);
  }

  put(accounts: readonly Account[]): void {
    for (const account of accounts) {
      const line = lineOf(account);
      if (this.#lines.get(line.id)?.words === line.words) continue;
      this.#lines.set(line.id, line);
      this.#hasChanged(line.id);
    }
  }

  remove(id: string): void {
    if (this.#lines.delete(id)) this.#hasChanged(id);
  }

  /** Everything is in: once it is settled, searches are answered from here. */
  async complete(): Promise<void> {
    if ((await this.#settle()) && !this.ready$.value) this.ready$.next(true);
  }

  /**
   * Accounts in which every word of the text occurs: the exact code or serial first, then names that begin so, then
   * every word at the start of one, then anywhere (three letters and more). An empty text finds nothing.
   */
  find(text: string, limit: number): Found {
    const sought = soughtIn(text);
    if (!sought) return { ids: [], more: false };
    const settled = this.#settled?.find(sought, limit + 1, ({ id }) => this.#changed.has(id)) ?? [];
    const changed = this.#amongChanged(sought);
    const found = changed.length === 0 ? settled : [...settled, ...changed].sort(better);
    return { ids: found.slice(0, limit).map(({ line }) => line.id), more: found.length > limit };
  }

  #amongChanged(sought: Sought): Match[] {
    return [...this.#changed].flatMap((id) => {
      const line = this.#lines.get(id);
      const rank = line ? rankOf(line, sought) : null;
      return line && rank !== null ? [{ rank, line }] : [];
    });
  }

  #hasChanged(id: string): void {
    this.#changed.add(id);
    this.#changedMeanwhile?.add(id);
    if (!this.ready$.value || this.#changedMeanwhile || this.#changed.size <= mostChanged) return;
    this.#settle().catch((error: unknown) => console.error('the search index could not be settled', error));
  }

  /** @returns false when it was overtaken: everything was cleared meanwhile, or settled anew */
  async #settle(): Promise<boolean> {
    const changed = new Set<string>();
    this.#changedMeanwhile = changed;
    const settled = await this.#inSteps(SettledLines.of([...this.#lines.values()]));
    if (this.#changedMeanwhile !== changed) return false;
    this.#settled = settled;
    this.#changed = changed;
    this.#changedMeanwhile = null;
    return true;
  }

  async #inSteps<Result>(steps: InSteps<Result>): Promise<Result> {
    let step = steps.next();
    for (; !step.done; step = steps.next()) await this.#pause();
    return step.value;
  }
}

const better = (a: Match, b: Match): number => a.rank - b.rank || byWords(a.line, b.line);

/** A timer in Node; in a browser a task of its own, because a timer there waits 4 ms each time. */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask(task: () => void): Promise<void> } };
  return scheduler ? scheduler.postTask(() => undefined) : new Promise((resolve) => setTimeout(resolve));
}
