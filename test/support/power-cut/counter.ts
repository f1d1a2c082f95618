import { FileJournal, JournalError } from '../../../shared/journal/journal';
import { FileSentinel } from '../../../shared/journal/sentinel';
import type { Submission } from '../../../shared/model/submission';
import type { Verdict } from '../../../shared/model/verdict';
import { OrderBook } from '../../../src-renderer/worker/orders/order-book';
import { OwnLedger } from '../../../src-renderer/worker/own/own-ledger';
import { reconcile } from '../../../src-renderer/worker/own/reconcile';
import { Recorder } from '../../../src-renderer/worker/own/recorder';
import { submission } from '../../src-main/journal/submission';
import { type Fault, FaultyDisk } from '../faulty-file';
import { ForgetfulProjection } from './projection';
import { Promises } from './promises';

const now = '2026-11-26T08:00:00.000Z';
const longAgo = '2026-08-01T08:00:00.000Z';

/** One counter on a faulty disk: what it promises is noted, and compared with what each start finds. */
export class CounterOnFaultyDisk {
  readonly promises = new Promises();
  readonly #disk: FaultyDisk;
  readonly #journalFiles;
  readonly #sentinelFiles;
  readonly #projection = new ForgetfulProjection();
  readonly #withVerdict = new Set<string>();
  #ledger = new OwnLedger();
  #recorder: Recorder | null = null;
  #sentinel: FileSentinel;
  #made = 0;

  constructor(seed: number) {
    this.#disk = new FaultyDisk(seed);
    this.#journalFiles = [this.#disk.open(), this.#disk.open()] as const;
    this.#sentinelFiles = [this.#disk.open(), this.#disk.open()] as const;
    this.#sentinel = new FileSentinel(this.#sentinelFiles);
  }

  /** The start-up check: it never fails for what is torn, and finds everything that was promised. */
  async start(fault: Fault | null = null): Promise<void> {
    this.#disk.arm(fault);
    const journal = new FileJournal(...this.#journalFiles);
    const found = await reconcile(journal, this.#projection);
    const sure = !this.#disk.struck;
    this.promises.compareStart(found, sure);
    this.#ledger = new OwnLedger();
    for (const one of found) this.#ledger.add(one);
    this.#settleKnown();
    const orders = new OrderBook(journal, { kept: [], monotonicMs: () => 0 });
    this.#recorder = new Recorder({ journal, projection: this.#projection, ledger: this.#ledger, orders });
    this.#sentinel = new FileSentinel(this.#sentinelFiles);
    const mark = await this.#sentinel.read();
    this.promises.compareMark(mark === null || mark === 'damaged' ? mark : mark.lastSeq, !this.#disk.struck);
    this.#disk.arm(null);
  }

  async save(old: boolean, fault: Fault | null): Promise<void> {
    this.#made += 1;
    const made: Submission = {
      ...submission(this.#made), // its id
      deviceSeq: this.#ledger.lastSeq + 1,
      capturedAt: old ? longAgo : now,
    };
    this.promises.asked(made);
    const saved = await this.#unlessRefused(fault, async () => this.#recorder?.record(made));
    if (saved) this.promises.saved(made);
  }

  /** Verdicts arrive for every `nth` submission. */
  settle(nth: number): void {
    for (const [place, { id }] of this.#ledger.all.entries())
      if (place % nth === 0) this.#withVerdict.add(id);
    this.#settleKnown();
  }

  async compact(fault: Fault | null): Promise<void> {
    this.promises.mayLetGo(({ id, capturedAt }) => capturedAt === longAgo && this.#withVerdict.has(id));
    await this.#unlessRefused(fault, async () => this.#recorder?.compact(now));
  }

  async mark(fault: Fault | null): Promise<void> {
    const { lastSeq } = this.#ledger;
    const databaseId = '7d3c1e0a-5a51-4a9e-9a9b-2f3a4b5c6d7e';
    const mark = { databaseId, deviceId: null, sealingKey: null, lastSeq, writtenAt: now };
    this.promises.markAsked(lastSeq);
    this.#disk.arm(fault);
    const written = await this.#sentinel.write(mark).then(
      () => true,
      () => false,
    );
    if (written) this.promises.markWritten(lastSeq);
    this.#disk.arm(null);
  }

  /** The process ended in the middle of the last event. */
  get ended(): boolean {
    return this.#disk.ended;
  }

  /** The next process begins, on what the last one left. */
  revive(): void {
    this.#disk.revive();
  }

  cutPower(seed: number): void {
    this.#disk.cutPower(seed);
  }

  loseDatabase(share: number): void {
    this.#projection.forget(share, this.#disk.chance);
  }

  async #unlessRefused(fault: Fault | null, work: () => Promise<unknown>): Promise<boolean> {
    this.#disk.arm(fault);
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      return false;
    } finally {
      await this.#recorder?.projected();
      this.#disk.arm(null);
    }
  }

  #settleKnown(): void {
    this.#ledger.settle(this.#ledger.all.filter(({ id }) => this.#withVerdict.has(id)).map(verdictOn));
  }
}

const verdictOn = ({ id, deviceId, kind }: Submission): Verdict => ({
  ...{ id, deviceId, kind },
  ...{ officeId: 'petrosani', accountId: null, outcome: 'accepted', findings: [] },
  ...{
    review: false,
    superseded: false,
    summary: null,
    decidedAt: longAgo,
    settledBy: null,
    settlement: null,
    deviceName: null,
  },
});
