import type { Finding } from '../../shared/metering/finding';
import type { Staff } from '../../shared/model/staff';
import type { ReadingEntry } from '../../src-renderer/data/entry-api';
import type { SubmissionState, SubmissionView } from '../../src-renderer/data/submission-view';
import type { FakeMeter } from './fake-accounts';
import { type FakeCustomer, fakeClerk, fakeCustomers } from './fake-utility';

export type Own = SubmissionView & { meterId: string };

/** What was asked on the fake device, by whom and for whom, and the server's answers when a test gives them. */
export class FakeSubmissions {
  session: Staff | null = fakeClerk;
  readonly customers: FakeCustomer[] = fakeCustomers();
  readonly own: Own[] = []; // newest first
  protected readonly watchers = new Set<() => void>();
  #minutes = 0;

  /** Shows every screen the present state of things. */
  changed(): void {
    for (const tell of this.watchers) tell();
  }

  /** The server answers a submission. */
  settle(id: string, state: SubmissionState, findings: Finding[] = []): void {
    for (const submission of this.own)
      if (submission.id === id) Object.assign(submission, { state, findings });
    this.changed();
  }

  protected record(made: Partial<Own>): Own {
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
      capturedAt: this.now(),
      receiptNumber: `7F3K2M9Q4${number}A`,
      actorName: this.actorName(),
      settled: null,
      settles: null,
      ...made,
    };
    this.own.unshift(submission);
    return submission;
  }

  /** Who asks: at a kiosk the customer, without a name. */
  protected actorName(): string | null {
    return (this.session ?? fakeClerk).displayName;
  }

  protected now = (): string => `2026-11-22T08:${String(42 + this.#minutes).padStart(2, '0')}:00.000Z`;

  protected holderOf(accountId: string): Partial<Own> {
    const customer = this.customers.find(({ account }) => account.id === accountId);
    const { holderName = null, clientCode = null } = customer?.account ?? {};
    return { accountId, holderName, clientCode };
  }

  protected viewOf({ meterId, entry }: ReadingEntry): Partial<Own> {
    const { customer, meter } = this.meterOf(meterId);
    const { id: accountId, holderName, clientCode } = customer.account;
    const index = Number(entry);
    return { accountId, holderName, clientCode, meterId, meterSerial: meter.meter.serial, index };
  }

  protected meterOf(meterId: string): { customer: FakeCustomer; meter: FakeMeter } {
    for (const customer of this.customers) {
      const meter = customer.meters.find((candidate) => candidate.meter.id === meterId);
      if (meter) return { customer, meter };
    }
    throw new Error(`no meter ${meterId}`);
  }
}
