import type { Finding, FindingCode } from '../../shared/metering/finding';
import { periodReadings } from '../../shared/metering/period-reading';
import { type ReadingFacts, readingCase } from '../../shared/metering/reading-facts';
import { checkReading, usedWater } from '../../shared/metering/reading-rules';
import { gateOf } from '../../shared/metering/severity';
import { nextWindow, windowAt } from '../../shared/metering/windows';
import type { PeriodReading } from '../../shared/model/account';
import type { Staff } from '../../shared/model/staff';
import { fold } from '../../shared/search/fold';
import { parseLei } from '../../shared/text/parse-money';
import type { AccountView, MeterView } from '../../src-renderer/data/account-view';
import type { ComparisonView, ExportOutcome, ImportOutcome } from '../../src-renderer/data/care-api';
import type { DataApi } from '../../src-renderer/data/data-api';
import type { CloseDayOutcome, DayView, DrawerOutcome } from '../../src-renderer/data/day-api';
import type { DeviceState, EnrolOutcome, StartupNotice } from '../../src-renderer/data/device-api';
import type { EntryCheck, ReadingEntry, SaveOutcome } from '../../src-renderer/data/entry-api';
import type {
  PaymentCheck,
  PaymentEntry,
  PaymentOutcome,
  ReversalEntry,
  ReversalOutcome,
} from '../../src-renderer/data/payment-api';
import type { QueryArgs, QueryName, QueryValue } from '../../src-renderer/data/queries';
import type { SearchHit } from '../../src-renderer/data/search-view';
import type {
  CaseView,
  CorrectionEntry,
  CorrectionOutcome,
  DecisionEntry,
  SettleOutcome,
} from '../../src-renderer/data/settling-api';
import type { SignInOutcome } from '../../src-renderer/data/sign-in-api';
import type { SubmissionState, SubmissionView } from '../../src-renderer/data/submission-view';
import type { SyncStatus } from '../../src-renderer/data/sync-status';
import { type FakeMeter, monthsOf } from './fake-accounts';
import { FakeBilling } from './fake-billing';
import { FakeDrawer } from './fake-drawer';
import { type FakeCustomer, fakeClerk, fakeCustomers, fakeDevice, fakePolicy } from './fake-utility';
import { FakeVisit } from './fake-visit';

const online: SyncStatus = {
  connection: { state: 'online' },
  lastExchangeAt: '2026-11-22T08:40:00.000Z',
  firstSync: null,
  accountsReady: true,
  searchIndex: 'ready',
  waiting: { submissions: 0, oldestAt: null },
  held: 0,
  refused: 0,
  storage: 'ok',
  clock: { offMs: null, unsure: false },
  rebuilding: null,
};

type Own = SubmissionView & { meterId: string };

/** The data worker in memory: the real rules over a few customers, and a server that answers when it is told to. */
export class FakeDataApi extends FakeVisit implements DataApi {
  device: DeviceState = { state: 'ready', device: fakeDevice };
  session: Staff | null = fakeClerk;
  connection: Partial<SyncStatus> = {};
  /** What saving says instead, when a test wants trouble. */
  saveAnswer: SaveOutcome | Error | null = null;
  signInAnswer: SignInOutcome = { outcome: 'signed-in', staff: fakeClerk, offline: false };
  enrolAnswer: EnrolOutcome = { outcome: 'refused', reason: 'code-unknown' };
  /** What a supervisor has to settle: a test puts them here. */
  cases: CaseView[] = [];
  readonly drawer = new FakeDrawer();
  carriedOver: SubmissionView[] = [];
  /** What settling says instead, when a test wants findings or trouble. */
  settleAnswer: SettleOutcome | null = null;
  correctionAnswer: CorrectionOutcome | null = null;
  importAnswer: ImportOutcome = { outcome: 'offline' };
  readonly decisions: DecisionEntry[] = [];
  readonly corrections: { correction: CorrectionEntry; confirmed: FindingCode[] }[] = [];
  readonly imports: { sealed: string; userName: string; password: string }[] = [];
  exportAnswer: ExportOutcome = { outcome: 'nothing-waits' };
  notices: StartupNotice[] = [];
  comparison: ComparisonView = { last: null, running: false };
  comparisons = 0;
  /** What taking money says instead, when a test wants trouble. */
  paymentAnswer: PaymentOutcome | Error | null = null;
  reversalAnswer: ReversalOutcome | null = null;
  readonly billing = new FakeBilling();
  readonly paid: PaymentEntry[] = [];
  exports = 0;
  rebuilds = 0;
  readonly saves: { entry: ReadingEntry; confirmed: FindingCode[] }[] = [];
  override readonly customers: FakeCustomer[] = fakeCustomers();
  readonly own: Own[] = [];
  readonly #watchers = new Set<() => void>();
  #minutes = 0;

  /** Shows every screen the present state of things. */
  override changed(): void {
    for (const tell of this.#watchers) tell();
  }

  async watch<Q extends QueryName>(query: Q, args: QueryArgs<Q>, listener: (value: QueryValue<Q>) => void) {
    const tell = () => listener(this.#answer(query, args));
    this.#watchers.add(tell);
    tell();
    return () => void this.#watchers.delete(tell);
  }

  async enrol(): Promise<EnrolOutcome> {
    return this.enrolAnswer;
  }

  async signIn(): Promise<SignInOutcome> {
    if (this.signInAnswer.outcome === 'signed-in') this.session = this.signInAnswer.staff;
    this.changed();
    return this.signInAnswer;
  }

  async signOut(): Promise<void> {
    this.session = null;
    this.changed();
  }

  async syncNow(): Promise<void> {
    throw new Error('unreachable');
  }

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
      ...this.#viewOf({ accountId, meterId, entry }),
      kind: 'reading-correction',
      period,
      settles: settles === null ? null : { submissionId: settles, action: 'corrected', note },
    });
  }

  async openDrawer(amount: string): Promise<DrawerOutcome> {
    if (this.drawerAnswer) return this.drawerAnswer;
    const openingBani = parseLei(amount);
    if (openingBani === null) return { outcome: 'blocked', findings: [{ code: 'amount-missing' }] };
    if (this.drawer.isOpen) return { outcome: 'not-saved', reason: 'already-open' };
    const submission = this.#record({ kind: 'cash-drawer', amountBani: openingBani });
    this.drawer.open(submission, openingBani);
    this.changed();
    return { outcome: 'saved', submission };
  }

  async closeDay(counted: string | null): Promise<CloseDayOutcome> {
    const waiting = this.own.filter(({ state }) => listOf(state) === 'waiting' || state === 'set-aside');
    if (waiting.length > 0) return { outcome: 'blocked', waiting };
    const drawer = this.drawer.count(counted);
    if (drawer === 'not-counted') return { outcome: 'not-counted', findings: [{ code: 'amount-missing' }] };
    const submission = this.#record({ kind: 'cash-drawer', amountBani: drawer?.countedBani ?? null });
    this.drawer.close(submission, drawer);
    this.changed();
    return { outcome: 'closed', submission };
  }

  async importWaiting(file: (typeof this.imports)[number]): Promise<ImportOutcome> {
    this.imports.push(file);
    return this.importAnswer;
  }

  async exportWaiting(): Promise<ExportOutcome> {
    this.exports += 1;
    return this.exportAnswer;
  }

  async compareNow(): Promise<void> {
    this.comparisons += 1;
  }

  async dismissNotices(): Promise<void> {
    this.notices = [];
    this.changed();
  }

  async rebuild(): Promise<void> {
    this.rebuilds += 1;
  }

  async checkEntry(entry: ReadingEntry): Promise<EntryCheck> {
    const facts = this.#factsOf(entry);
    const findings = checkReading(facts);
    return { findings, gate: gateOf(findings), consumptionM3: usedWater(readingCase(facts))?.m3 ?? null };
  }

  async saveReading(entry: ReadingEntry, confirmed: FindingCode[]): Promise<SaveOutcome> {
    this.saves.push({ entry, confirmed });
    if (this.saveAnswer instanceof Error) throw this.saveAnswer;
    if (this.saveAnswer) return this.saveAnswer;
    const { findings, gate } = await this.checkEntry(entry);
    if (gate === 'blocked') return { outcome: 'blocked', findings };
    const asked = findings.filter((finding) => gateOf([finding]) === 'to-confirm');
    if (asked.some(({ code }) => !confirmed.includes(code)))
      return { outcome: 'to-confirm', findings: asked };
    const submission = this.#keep(entry);
    this.changed();
    return { outcome: 'saved', submission };
  }

  async checkPayment(payment: PaymentEntry): Promise<PaymentCheck> {
    return this.billing.check(payment);
  }

  async savePayment(payment: PaymentEntry): Promise<PaymentOutcome> {
    this.paid.push(payment);
    if (this.paymentAnswer instanceof Error) throw this.paymentAnswer;
    if (this.paymentAnswer) return this.paymentAnswer;
    const { findings, gate, amountBani } = this.billing.check(payment);
    if (gate === 'blocked') return { outcome: 'blocked', findings };
    const submission = this.#record({
      ...{ kind: 'payment', amountBani, ...this.#holderOf(payment.accountId) },
      taken: {
        tenderedBani: payment.method === 'cash' ? parseLei(payment.tendered) : null,
        terminalReference: payment.method === 'card' ? payment.terminalReference : null,
      },
    });
    this.billing.take(payment, submission);
    const { method } = payment;
    this.drawer.add({ what: 'taken', submissionId: submission.id, method, amountBani: amountBani ?? 0 });
    this.changed();
    return { outcome: 'saved', submission };
  }

  async reversePayment({ paymentId, note }: ReversalEntry): Promise<ReversalOutcome> {
    if (this.reversalAnswer) return this.reversalAnswer;
    if (note.trim().length < 3) return { outcome: 'not-saved', reason: 'note-missing' };
    const payment = this.billing.taken.find(({ id }) => id === paymentId);
    if (!payment || payment.reversedAt)
      return { outcome: 'blocked', findings: [{ code: 'payment-reversed' }] };
    const { accountId, amountBani } = payment;
    const made = { amountBani, ...this.#holderOf(accountId) };
    const submission = this.#record({ kind: 'payment-reversal', ...made });
    Object.assign(payment, { reversedAt: submission.capturedAt, reversal: submission });
    const method = payment.method === 'card' ? 'card' : 'cash';
    this.drawer.add({ what: 'given-back', submissionId: submission.id, method, amountBani, paymentId });
    this.changed();
    return { outcome: 'saved', submission };
  }

  #holderOf(accountId: string): Partial<Own> {
    const customer = this.customers.find(({ account }) => account.id === accountId);
    const { holderName = null, clientCode = null } = customer?.account ?? {};
    return { accountId, holderName, clientCode };
  }

  /** The server answers a submission. */
  settle(id: string, state: SubmissionState, findings: Finding[] = []): void {
    for (const submission of this.own)
      if (submission.id === id) Object.assign(submission, { state, findings });
    this.changed();
  }

  protected override madeHere(kind: SubmissionView['kind'], accountId: string | null): SubmissionView {
    const made = this.#record({ kind, ...(accountId === null ? {} : this.#holderOf(accountId)) });
    this.changed();
    return made;
  }

  #keep(entry: ReadingEntry): SubmissionView {
    return this.#record({ ...this.#viewOf(entry), kind: 'reading', period: '2026-11' });
  }

  #viewOf({ meterId, entry }: ReadingEntry): Partial<Own> {
    const { customer, meter } = this.#find(meterId);
    const { id: accountId, holderName, clientCode } = customer.account;
    const index = Number(entry);
    return { accountId, holderName, clientCode, meterId, meterSerial: meter.meter.serial, index };
  }

  #record(made: Partial<Own>): Own {
    const number = this.own.length + 1;
    this.#minutes += 1;
    const submission: Own = {
      id: `own-${number}`,
      kind: 'reading',
      state: 'kept',
      findings: [],
      review: false,
      accountId: null,
      holderName: null,
      clientCode: null,
      meterId: '',
      meterSerial: null,
      period: null,
      index: null,
      amountBani: null,
      capturedAt: this.#now(),
      receiptNumber: `7F3K2M9Q4${number}A`,
      actorName: (this.session ?? fakeClerk).displayName,
      settled: null,
      settles: null,
      ...made,
    };
    this.own.unshift(submission);
    return submission;
  }

  /** What a supervisor recorded: the case says so until the server has answered. */
  #settled(made: Partial<Own>): SettleOutcome {
    if (!this.session) return { outcome: 'not-saved', reason: 'not-signed-in' };
    if (this.session.role !== 'supervisor') return { outcome: 'not-saved', reason: 'not-a-supervisor' };
    const submission = this.#record(made);
    for (const one of this.cases) {
      if (one.submissionId === made.settles?.submissionId) one.decision = submission;
    }
    this.changed();
    return { outcome: 'saved', submission };
  }

  #now = (): string => `2026-11-22T08:${String(42 + this.#minutes).padStart(2, '0')}:00.000Z`;

  #find(meterId: string): { customer: FakeCustomer; meter: FakeMeter } {
    for (const customer of this.customers) {
      const meter = customer.meters.find((candidate) => candidate.meter.id === meterId);
      if (meter) return { customer, meter };
    }
    throw new Error(`no meter ${meterId}`);
  }

  #standing({ meter, standing }: FakeMeter): PeriodReading[] {
    const own = this.own
      .filter(({ meterId, state }) => meterId === meter.id && state !== 'refused' && state !== 'set-aside')
      .map(
        ({ id, index, capturedAt }): PeriodReading => ({
          period: '2026-11',
          index: index ?? 0,
          capturedAt,
          submissionId: id,
          source: 'clerk',
        }),
      );
    return periodReadings([...standing, ...own]);
  }

  #factsOf({ meterId, entry }: ReadingEntry): ReadingFacts {
    const { customer, meter } = this.#find(meterId);
    return {
      entry,
      account: customer.account,
      meter: meter.meter,
      standing: this.#standing(meter),
      policy: fakePolicy,
      capturedAt: this.#now(),
      clock: { deviceTime: this.#now(), offsetMs: 0, offsetAgeMs: 1000, restarted: false },
      byStaff: true,
      arrival: null,
    };
  }

  #answer<Q extends QueryName>(query: Q, args: QueryArgs<Q>): QueryValue<Q> {
    const { accountId, text, limit, show } = (args ?? {}) as Record<string, string>;
    const answers: { [Name in QueryName]: () => QueryValue<Name> } = {
      device: () => this.device,
      session: () => this.session,
      status: () => this.#status(),
      notices: () => this.notices,
      search: () => this.#search(text ?? '', Number(limit)),
      account: () => this.#account(accountId ?? ''),
      invoices: () => this.billing.invoices(accountId ?? ''),
      payments: () => this.billing.payments(accountId ?? ''),
      cases: () => this.cases,
      day: () => this.#day(),
      comparison: () => this.comparison,
      visit: () => this.visit,
      kiosk: () => this.kiosk,
      submissions: () => this.own.filter(({ state }) => show === 'today' || listOf(state) === show),
    };
    return structuredClone(answers[query]());
  }

  #day(): DayView {
    const waiting = this.own.filter(({ state }) => listOf(state) === 'waiting');
    const { closings, view } = this.drawer;
    const closed = closings.at(-1);
    return {
      day: '2026-11-22',
      submissions: this.own,
      carriedOver: this.carriedOver,
      waiting: waiting.length,
      oldestWaitingAt: waiting.at(-1)?.capturedAt ?? null,
      closings,
      sinceClosed: this.own.filter(({ capturedAt }) => closed && capturedAt > closed.at).length,
      drawer: view,
    };
  }

  #status(): SyncStatus {
    const waiting = this.own.filter(({ state }) => listOf(state) === 'waiting');
    return {
      ...online,
      waiting: { submissions: waiting.length, oldestAt: waiting.at(-1)?.capturedAt ?? null },
      held: this.own.filter(({ state }) => state === 'held').length,
      refused: this.own.filter(({ state }) => state === 'refused' || state === 'set-aside').length,
      ...this.connection,
    };
  }

  #search(text: string, limit: number): { hits: SearchHit[]; more: boolean } {
    if (text === '') return { hits: [], more: false };
    const words = fold(text).split(' ');
    const hits = this.customers
      .map((customer) => this.#hitOf(customer))
      .filter((hit) => {
        const known = fold(Object.values(hit).join(' '));
        return words.every((word) => known.includes(word));
      });
    return { hits: hits.slice(0, limit), more: hits.length > limit };
  }

  #hitOf({ account, meters }: FakeCustomer): SearchHit {
    const { id: accountId, holderName, serviceAddress, locality, clientCode } = account;
    const { dwelling, status, customerKind } = account;
    const sent = this.own.find((made) => made.accountId === accountId && made.kind === 'reading');
    const expected = status === 'active' && dwelling === 'house' && meters.some(({ meter }) => !meter.remote);
    const month = sent?.state === 'received' ? 'received' : sent ? 'kept-here' : 'nothing-yet';
    return {
      accountId,
      holderName,
      serviceAddress,
      locality,
      clientCode,
      dwelling,
      status,
      customerKind,
      meterSerials: meters.map(({ meter }) => meter.serial),
      month: expected ? month : 'not-expected',
    };
  }

  #account(accountId: string): AccountView | null {
    const customer = this.customers.find(({ account }) => account.id === accountId);
    if (!customer) return null;
    return {
      account: customer.account,
      meters: customer.meters.map((meter) => this.#meterView(customer, meter)),
      historyReady: true,
    };
  }

  #meterView({ account }: FakeCustomer, fake: FakeMeter): MeterView {
    const standing = this.#standing(fake);
    const { previous, window } = readingCase(
      this.#factsOf({ accountId: account.id, meterId: fake.meter.id, entry: '' }),
    );
    const current = standing.find(({ period }) => period === window?.period) ?? null;
    const submissions = this.own.filter(({ meterId }) => meterId === fake.meter.id);
    return {
      meter: fake.meter,
      months: monthsOf(standing, fake.meter.digits),
      previous,
      window: windowAt(fakePolicy, account.windowGroup, this.#now()),
      nextWindow: nextWindow(fakePolicy, account.windowGroup, this.#now()),
      current,
      currentSubmission: submissions.find(({ id }) => id === current?.submissionId) ?? null,
      submissions,
    };
  }
}

function listOf(state: SubmissionState): 'waiting' | 'attention' | 'done' {
  if (state === 'kept' || state === 'sent') return 'waiting';
  return state === 'received' || state === 'superseded' ? 'done' : 'attention';
}
