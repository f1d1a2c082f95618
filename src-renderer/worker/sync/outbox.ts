import type { Submission } from '../../../shared/model/submission';
import { mostSubmissions } from '../../../shared/sync/protocol';
import { routes } from '../../../shared/sync/routes';
import { type SubmissionAnswer, SubmissionsResponse } from '../../../shared/sync/submissions';
import type { KeptStore } from '../db/kept-store';
import type { StorageHealth } from '../db/storage-health';
import type { OwnLedger } from '../own/own-ledger';
import { setAsidePrefix } from '../own/set-aside';
import { delayMs, pause } from './backoff';
import type { Connection } from './connection';
import { ExchangeError } from './exchange-error';
import { Nudge } from './nudge';
import type { Pace } from './pace';

export interface OutboxSetting {
  connection: Connection;
  ledger: OwnLedger;
  kept: KeptStore;
  pace: Pace;
  random: () => number;
  monotonicMs: () => number;
  onEpoch: (epoch: string) => void;
  /** Who this device is: what waits here under another name (its secret was lost) is not its own to send. */
  deviceId: () => string | null;
  /** Told when what the server answered cannot be taken in here. */
  health: StorageHealth;
}

const place = 'outbox';

interface Due {
  rows: readonly Submission[];
  stillWaiting: number;
}

/**
 * Sends what has no verdict, in `deviceSeq` order, at least once. A submission stays here until its verdict arrives as
 * a document or the server says that it cannot be recorded; one bad row is set aside and holds up no other. At each start,
 * and when the server begins a new epoch, what was set aside is offered once more: the server may have learned to take it.
 */
export class Outbox {
  readonly #setting: OutboxSetting;
  readonly #work = new Nudge();
  #mostRows = mostSubmissions;
  /** Set aside, and to be offered once more. */
  readonly #onceMore = new Set<string>();

  constructor(setting: OutboxSetting) {
    this.#setting = setting;
  }

  nudge(): void {
    this.#work.nudge();
  }

  /** Offers once more what the server could not record. */
  offerSetAside(): void {
    for (const id of this.#setting.ledger.setAsideIds()) this.#onceMore.add(id);
    this.nudge();
  }

  /** Runs until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    this.offerSetAside();
    const following = this.#setting.ledger.changes$.subscribe(() => this.nudge());
    for (let failures = 0; !signal.aborted; ) {
      await this.#setting.connection.whenReachable(signal);
      const due = this.#due(); // with what was saved during the outage: the server reads from it when nothing waited
      if (signal.aborted) break;
      if (due.rows.length === 0) {
        await this.#work.wait(this.#untilResendMs(), signal);
        continue;
      }
      failures = (await this.#send(due, signal)) ? 0 : failures + 1;
      if (failures > 0) await this.#rest(failures, signal);
    }
    following.unsubscribe();
  }

  /**
   * What the next request carries: what waits and was not answered so lately that its verdict document may still be on
   * the way; when nothing does, one of those set aside, in a request of its own.
   */
  #due(): Due {
    const now = this.#setting.monotonicMs();
    const waiting = this.#own().filter(({ id }) => {
      const answeredMs = this.#setting.ledger.answeredMs(id);
      return answeredMs === undefined || now - answeredMs >= this.#setting.pace.resendMs;
    });
    const rows = waiting.length > 0 ? waiting.slice(0, this.#mostRows) : this.#nextOnceMore();
    return { rows, stillWaiting: Math.max(0, waiting.length - rows.length) };
  }

  #nextOnceMore(): Submission[] {
    const own = this.#setting.deviceId();
    for (const id of this.#onceMore) {
      const submission = this.#setting.ledger.get(id);
      if (submission?.deviceId === own && this.#setting.ledger.isSetAside(id)) return [submission];
      this.#onceMore.delete(id);
    }
    return [];
  }

  #own(): Submission[] {
    const own = this.#setting.deviceId();
    return this.#setting.ledger.waiting().filter(({ deviceId }) => deviceId === own);
  }

  #untilResendMs(): number {
    const now = this.#setting.monotonicMs();
    const { ledger, pace } = this.#setting;
    const answered = this.#own().map(({ id }) => (ledger.answeredMs(id) ?? now) + pace.resendMs - now);
    return Math.max(1, Math.min(...answered, 2 ** 31 - 1));
  }

  /** @returns whether the server took the request and answered each of its rows */
  async #send({ rows, stillWaiting }: Due, signal: AbortSignal): Promise<boolean> {
    try {
      const { answers, epoch } = await this.#setting.connection.exchange({
        path: routes.submissions,
        body: { submissions: rows, stillWaiting },
        reply: SubmissionsResponse,
        timeoutMs: this.#setting.pace.requestTimeoutMs,
        signal,
      });
      await this.#note(rows, answers);
      this.#setting.health.worked(place);
      this.#setting.onEpoch(epoch);
      return isAnswered(rows, answers);
    } catch (error) {
      await this.#notTaken(error, rows);
      return false;
    }
  }

  /** Nothing ends this loop but its signal: what fails here (a full disk) is said and tried again. */
  async #notTaken(error: unknown, rows: readonly Submission[]): Promise<void> {
    if (!(error instanceof ExchangeError)) {
      console.error('outbox: a round failed', error);
      this.#setting.health.failed(place, error);
    } else if (error.code === 'too-large') await this.#sendLess(rows);
  }

  async #note(rows: readonly Submission[], answers: readonly SubmissionAnswer[]): Promise<void> {
    const paired = rows.flatMap((row, place) => ({ row, answer: answers[place] }));
    for (const { row, answer } of paired) {
      if (answer?.outcome === 'not-recorded') await this.#setAside(row.id, answer.findings);
    }
    const taken = paired.filter(({ answer }) => answer && answer.outcome !== 'not-recorded');
    for (const { row } of taken) await this.#takeBack(row.id);
    this.#setting.ledger.answered(
      taken.map(({ row }) => row.id),
      this.#setting.monotonicMs(),
    );
  }

  /** Set aside for this run in any case; where that cannot be kept, the next run offers it again and hears the same. */
  async #setAside(id: string, findings: SubmissionAnswer['findings']): Promise<void> {
    this.#onceMore.delete(id);
    this.#setting.ledger.setAside(id, findings);
    await this.#setting.kept
      .put(`${setAsidePrefix}${id}`, findings)
      .catch((error: unknown) => console.error(`outbox: that ${id} is set aside could not be kept`, error));
  }

  /** The server has recorded what it could not record before: its verdict is on the way. */
  async #takeBack(id: string): Promise<void> {
    if (!this.#onceMore.delete(id)) return;
    this.#setting.ledger.takeBack(id);
    await this.#setting.kept
      .removeUnder(`${setAsidePrefix}${id}`)
      .catch((error: unknown) => console.error(`outbox: that ${id} was taken could not be kept`, error));
  }

  /** Too large for one request: fewer rows; a single row that is too large will never be taken. */
  async #sendLess(rows: readonly Submission[]): Promise<void> {
    if (rows.length > 1) this.#mostRows = Math.max(1, Math.floor(rows.length / 2));
    else if (rows[0]) await this.#setAside(rows[0].id, [{ code: 'malformed' }]);
  }

  async #rest(failures: number, signal: AbortSignal): Promise<void> {
    if (!this.#setting.connection.reachable$.value) return; // whoever reaches the server first wakes the loop
    await pause(delayMs(this.#setting.pace.trouble, failures, this.#setting.random()), signal);
  }
}

/** Answers that are missing are trouble as much as none: what has none would otherwise be sent again without a pause. */
function isAnswered(rows: readonly Submission[], answers: readonly SubmissionAnswer[]): boolean {
  if (answers.length === rows.length) return true;
  console.error(`outbox: ${answers.length} answers to ${rows.length} submissions`);
  return false;
}
