import type { FindingCode } from '../../shared/metering/finding';
import { readingCase } from '../../shared/metering/reading-facts';
import { checkReading, usedWater } from '../../shared/metering/reading-rules';
import { gateOf } from '../../shared/metering/severity';
import type { AccountView } from '../../src-renderer/data/account-view';
import type { DataApi } from '../../src-renderer/data/data-api';
import type { DeviceState, EnrolOutcome, StartupNotice } from '../../src-renderer/data/device-api';
import type { EntryCheck, ReadingEntry, SaveOutcome } from '../../src-renderer/data/entry-api';
import type { QueryArgs, QueryName, QueryValue } from '../../src-renderer/data/queries';
import type { SignInOutcome } from '../../src-renderer/data/sign-in-api';
import type { SubmissionView } from '../../src-renderer/data/submission-view';
import type { SyncStatus } from '../../src-renderer/data/sync-status';
import { FakeDesk } from './fake-desk';
import { dayOf, listOf, statusOf } from './fake-lists';
import { accountView, factsOf } from './fake-readings';
import { searchFake } from './fake-search';
import { fakeClerk, fakeDevice } from './fake-utility';

/** The data worker in memory: the real rules over a few customers, and a server that answers when it is told to. */
export class FakeDataApi extends FakeDesk implements DataApi {
  device: DeviceState = { state: 'ready', device: fakeDevice };
  connection: Partial<SyncStatus> = {};
  notices: StartupNotice[] = [];
  /** What saving says instead, when a test wants trouble. */
  saveAnswer: SaveOutcome | Error | null = null;
  signInAnswer: SignInOutcome = { outcome: 'signed-in', staff: fakeClerk, offline: false };
  enrolAnswer: EnrolOutcome = { outcome: 'refused', reason: 'code-unknown' };
  readonly saves: { entry: ReadingEntry; confirmed: FindingCode[] }[] = [];
  rebuilds = 0;

  async watch<Q extends QueryName>(query: Q, args: QueryArgs<Q>, listener: (value: QueryValue<Q>) => void) {
    const tell = () => listener(this.#answer(query, args));
    this.watchers.add(tell);
    tell();
    return () => void this.watchers.delete(tell);
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

  async dismissNotices(): Promise<void> {
    this.notices = [];
    this.changed();
  }

  async rebuild(): Promise<void> {
    this.rebuilds += 1;
  }

  async checkEntry({ meterId, entry }: ReadingEntry): Promise<EntryCheck> {
    const facts = factsOf({ ...this.meterOf(meterId), own: this.own, now: this.now() }, entry);
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

  #keep(entry: ReadingEntry): SubmissionView {
    return this.record({ ...this.viewOf(entry), kind: 'reading', period: '2026-11' });
  }

  #answer<Q extends QueryName>(query: Q, args: QueryArgs<Q>): QueryValue<Q> {
    const { accountId, text, limit, show } = (args ?? {}) as Record<string, string>;
    const answers: { [Name in QueryName]: () => QueryValue<Name> } = {
      device: () => this.device,
      session: () => this.session,
      status: () => statusOf(this.own, this.connection),
      notices: () => this.notices,
      search: () => searchFake(this, text ?? '', Number(limit)),
      account: () => this.#account(accountId ?? ''),
      invoices: () => this.billing.invoices(accountId ?? ''),
      payments: () => this.billing.payments(accountId ?? ''),
      cases: () => this.cases,
      day: () => dayOf(this),
      comparison: () => this.comparison,
      visit: () => this.visit,
      kiosk: () => this.kiosk,
      submissions: () => this.own.filter(({ state }) => show === 'today' || listOf(state) === show),
    };
    return structuredClone(answers[query]());
  }

  #account(accountId: string): AccountView | null {
    const customer = this.customers.find(({ account }) => account.id === accountId);
    return customer ? accountView({ customer, own: this.own, now: this.now() }) : null;
  }
}
