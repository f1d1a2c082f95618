import { parseLei } from '../../shared/text/parse-money';
import type { CloseDayOutcome, DayApi, DrawerOutcome } from '../../src-renderer/data/day-api';
import type {
  PaymentApi,
  PaymentCheck,
  PaymentEntry,
  PaymentOutcome,
  ReversalEntry,
  ReversalOutcome,
} from '../../src-renderer/data/payment-api';
import type { SubmissionView } from '../../src-renderer/data/submission-view';
import { FakeBilling } from './fake-billing';
import { FakeDrawer } from './fake-drawer';
import { listOf } from './fake-lists';
import { FakeVisit } from './fake-visit';

/** The money at the fake counter: taken, given back, and the drawer that is opened and counted. */
export class FakeTill extends FakeVisit implements PaymentApi, DayApi {
  /** What these say instead, when a test wants trouble. */
  paymentAnswer: PaymentOutcome | Error | null = null;
  reversalAnswer: ReversalOutcome | null = null;
  drawerAnswer: DrawerOutcome | null = null;
  readonly billing = new FakeBilling();
  day = '2026-11-22';
  drawer = new FakeDrawer();
  readonly paid: PaymentEntry[] = [];
  carriedOver: SubmissionView[] = [];

  async checkPayment(payment: PaymentEntry): Promise<PaymentCheck> {
    return this.billing.check(payment);
  }

  async savePayment(payment: PaymentEntry): Promise<PaymentOutcome> {
    this.paid.push(payment);
    if (this.paymentAnswer instanceof Error) throw this.paymentAnswer;
    if (this.paymentAnswer) return this.paymentAnswer;
    const { findings, gate, amountBani } = this.billing.check(payment);
    if (gate === 'blocked') return { outcome: 'blocked', findings };
    const submission = this.record({
      ...{ kind: 'payment', amountBani, ...this.holderOf(payment.accountId) },
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
    const made = { amountBani, ...this.holderOf(accountId) };
    const submission = this.record({ kind: 'payment-reversal', ...made });
    Object.assign(payment, { reversedAt: submission.capturedAt, reversal: submission });
    const method = payment.method === 'card' ? 'card' : 'cash';
    this.drawer.add({ what: 'given-back', submissionId: submission.id, method, amountBani, paymentId });
    this.changed();
    return { outcome: 'saved', submission };
  }

  async openDrawer(amount: string): Promise<DrawerOutcome> {
    if (this.drawerAnswer) return this.drawerAnswer;
    const openingBani = parseLei(amount);
    if (openingBani === null) return { outcome: 'blocked', findings: [{ code: 'amount-missing' }] };
    if (this.drawer.isOpen) return { outcome: 'not-saved', reason: 'already-open' };
    const submission = this.record({ kind: 'cash-drawer', drawer: 'opened', amountBani: openingBani });
    this.drawer.open(submission, openingBani);
    this.changed();
    return { outcome: 'saved', submission };
  }

  async closeDay(counted: string | null): Promise<CloseDayOutcome> {
    const waiting = this.own.filter(({ state }) => listOf(state) === 'waiting' || state === 'set-aside');
    if (waiting.length > 0) return { outcome: 'blocked', waiting };
    const drawer = this.drawer.count(counted);
    if (drawer === 'not-counted') return { outcome: 'not-counted', findings: [{ code: 'amount-missing' }] };
    const amountBani = drawer?.countedBani ?? null;
    const submission = this.record({ kind: 'cash-drawer', drawer: 'closed', amountBani });
    this.drawer.close(submission, drawer);
    this.changed();
    return { outcome: 'closed', submission };
  }
}
