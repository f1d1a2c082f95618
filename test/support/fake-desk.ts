import type { FindingCode } from '../../shared/metering/finding';
import type { CareApi, ComparisonView, ExportOutcome, ImportOutcome } from '../../src-renderer/data/care-api';
import type { DevicesApi, OfficeDevicesOutcome } from '../../src-renderer/data/devices-api';
import type {
  CaseView,
  CorrectionEntry,
  CorrectionOutcome,
  DecisionEntry,
  SettleOutcome,
  SettlingApi,
} from '../../src-renderer/data/settling-api';
import type { Own } from './fake-submissions';
import { FakeTill } from './fake-till';

/** What a supervisor settles and cares for; the server says what a test wants it to say. */
export class FakeDesk extends FakeTill implements SettlingApi, CareApi, DevicesApi {
  /** What a supervisor has to settle: a test puts them here. */
  cases: CaseView[] = [];
  /** What settling says instead, when a test wants findings or trouble. */
  settleAnswer: SettleOutcome | null = null;
  correctionAnswer: CorrectionOutcome | null = null;
  importAnswer: ImportOutcome = { outcome: 'offline' };
  exportAnswer: ExportOutcome = { outcome: 'nothing-waits' };
  comparison: ComparisonView = { last: null, running: false };
  readonly decisions: DecisionEntry[] = [];
  readonly corrections: { correction: CorrectionEntry; confirmed: FindingCode[] }[] = [];
  readonly imports: { sealed: string; userName: string; password: string }[] = [];
  exports = 0;
  comparisons = 0;
  officeDevicesAnswer: OfficeDevicesOutcome = { outcome: 'offline' };
  officeDevicesAsked = 0;

  async decide(decision: DecisionEntry): Promise<SettleOutcome> {
    this.decisions.push(decision);
    if (this.settleAnswer) return this.settleAnswer;
    const { submissionId, action, note } = decision;
    return this.#settled({ kind: 'decision', settles: { submissionId, action, note } });
  }

  async correctReading(correction: CorrectionEntry, confirmed: FindingCode[]): Promise<CorrectionOutcome> {
    this.corrections.push({ correction, confirmed });
    if (this.correctionAnswer) return this.correctionAnswer;
    const { accountId, meterId, entry, period, note, settles } = correction;
    return this.#settled({
      ...this.viewOf({ accountId, meterId, entry }),
      kind: 'reading-correction',
      period,
      settles: settles === null ? null : { submissionId: settles, action: 'corrected', note },
    });
  }

  async importWaiting(file: (typeof this.imports)[number]): Promise<ImportOutcome> {
    this.imports.push(file);
    return this.importAnswer;
  }

  async officeDevices(): Promise<OfficeDevicesOutcome> {
    this.officeDevicesAsked += 1;
    return this.officeDevicesAnswer;
  }

  async exportWaiting(): Promise<ExportOutcome> {
    this.exports += 1;
    return this.exportAnswer;
  }

  async compareNow(): Promise<void> {
    this.comparisons += 1;
  }

  async syncNow(): Promise<void> {
    throw new Error('unreachable');
  }

  /** What a supervisor recorded: the case says so until the server has answered. */
  #settled(made: Partial<Own>): SettleOutcome {
    if (!this.session) return { outcome: 'not-saved', reason: 'not-signed-in' };
    if (this.session.role !== 'supervisor') return { outcome: 'not-saved', reason: 'not-a-supervisor' };
    const submission = this.record(made);
    for (const one of this.cases) {
      if (one.submissionId === made.settles?.submissionId) one.decision = submission;
    }
    this.changed();
    return { outcome: 'saved', submission };
  }
}
