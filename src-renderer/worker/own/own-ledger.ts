import { Subject } from 'rxjs';
import { settlingOf } from '../../../shared/metering/decision-rules';
import type { Finding } from '../../../shared/metering/finding';
import { ReadingPayload, type Submission } from '../../../shared/model/submission';
import type { Verdict } from '../../../shared/model/verdict';

/**
 * What this device asked and how far each of it has come, in memory: filled from the journal at start, added to when
 * the journal has flushed. Screens and outbox read it; a verdict settles, nothing else does.
 */
export class OwnLedger {
  readonly changes$ = new Subject<void>();
  readonly #submissions = new Map<string, Submission>();
  readonly #ordered: Submission[] = []; // by deviceSeq
  readonly #byMeter = new Map<string, Submission[]>();
  /** Decisions and corrections made here, by what they settle. */
  readonly #settling = new Map<string, Submission[]>();
  #givenOut = 0;
  #atServer = 0;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #setAside = new Map<string, Finding[]>();
  /** Monotonic ms of the server's latest answer to a submission that has no verdict document yet. */
  readonly #answeredMs = new Map<string, number>();

  /** By `deviceSeq`. */
  get all(): readonly Submission[] {
    return this.#ordered;
  }

  /** The greatest number given out, also to what is no longer here. */
  get lastSeq(): number {
    return Math.max(this.#givenOut, this.#ordered.at(-1)?.deviceSeq ?? 0);
  }

  /** The number of the next submission: above all that this machine gave out, and all that the server has of this device. */
  get nextSeq(): number {
    return Math.max(this.lastSeq, this.#atServer) + 1;
  }

  /**
   * The server has numbers up to this one. They may be of a machine that this one replaces, so that they are not missing
   * from this journal.
   */
  serverHas(lastSeq: number): void {
    this.#atServer = Math.max(this.#atServer, lastSeq);
  }

  /** Numbers up to this one were given out before. */
  givenOut(lastSeq: number): void {
    this.#givenOut = Math.max(this.#givenOut, lastSeq);
  }

  get(id: string): Submission | undefined {
    return this.#submissions.get(id);
  }

  add(submission: Submission): void {
    if (this.#submissions.has(submission.id)) return;
    this.#submissions.set(submission.id, submission);
    const inOrder = submission.deviceSeq > this.lastSeq;
    this.#ordered.push(submission);
    if (!inOrder) this.#ordered.sort((a, b) => a.deviceSeq - b.deviceSeq);
    const meterId = meterOf(submission);
    if (meterId !== null) append(this.#byMeter, meterId, submission);
    const settles = settlingOf(submission)?.submissionId;
    if (settles !== undefined) append(this.#settling, settles, submission);
    this.changes$.next();
  }

  /** This device's own decisions and corrections on a submission, in the order they were made. */
  settling(submissionId: string): readonly Submission[] {
    return this.#settling.get(submissionId) ?? [];
  }

  /** Readings and corrections for a meter, in the order they were made. */
  ofMeter(meterId: string): readonly Submission[] {
    return this.#byMeter.get(meterId) ?? [];
  }

  get verdicts(): ReadonlyMap<string, Verdict> {
    return this.#verdicts;
  }

  /** Verdict documents that arrived; those on other devices' submissions are passed over. */
  settle(verdicts: readonly Verdict[]): void {
    const own = verdicts.filter(({ id }) => this.#submissions.has(id));
    for (const verdict of own) {
      this.#verdicts.set(verdict.id, verdict);
      this.#answeredMs.delete(verdict.id);
    }
    if (own.length > 0) this.changes$.next();
  }

  /** The server begins a new epoch: no verdict of the old one counts, and everything is offered again. */
  forgetVerdicts(): void {
    this.#verdicts.clear();
    this.#answeredMs.clear();
    this.changes$.next();
  }

  /** The server has answered and its verdict document is on the way. */
  answered(ids: readonly string[], monotonicMs: number): void {
    for (const id of ids) if (!this.#verdicts.has(id)) this.#answeredMs.set(id, monotonicMs);
    if (ids.length > 0) this.changes$.next();
  }

  answeredMs(id: string): number | undefined {
    return this.#answeredMs.get(id);
  }

  setAside(id: string, findings: Finding[]): void {
    this.#setAside.set(id, findings);
    this.changes$.next();
  }

  /** The server has recorded it after all. */
  takeBack(id: string): void {
    if (this.#setAside.delete(id)) this.changes$.next();
  }

  /** Everything the server could not record. */
  setAsideIds(): string[] {
    return [...this.#setAside.keys()].filter((id) => this.isSetAside(id));
  }

  whySetAside(id: string): Finding[] | undefined {
    return this.#setAside.get(id);
  }

  /** What is settled and too old to be kept. */
  forget(ids: ReadonlySet<string>): void {
    this.#givenOut = this.lastSeq;
    const left = this.#ordered.filter(({ id }) => !ids.has(id));
    this.#ordered.splice(0, this.#ordered.length, ...left);
    for (const id of ids) {
      this.#submissions.delete(id);
      this.#verdicts.delete(id);
    }
    for (const lists of [this.#byMeter, this.#settling]) {
      for (const [key, list] of lists)
        lists.set(
          key,
          list.filter(({ id }) => !ids.has(id)),
        );
    }
    this.changes$.next();
  }

  /** The server could not record it, and no verdict has come all the same. */
  isSetAside(id: string): boolean {
    return this.#setAside.has(id) && !this.#verdicts.has(id);
  }

  /** Without a verdict and not set aside, by `deviceSeq`. */
  waiting(): Submission[] {
    return this.#ordered.filter(({ id }) => !this.#verdicts.has(id) && !this.#setAside.has(id));
  }
}

function meterOf({ kind, payload }: Submission): string | null {
  if (kind !== 'reading' && kind !== 'reading-correction') return null;
  return ReadingPayload.safeParse(payload).data?.meterId ?? null;
}

function append(lists: Map<string, Submission[]>, key: string, submission: Submission): void {
  lists.set(key, [...(lists.get(key) ?? []), submission]);
}
