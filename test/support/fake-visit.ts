import { awaitedEmail } from '../../shared/customer/awaited-email';
import { checkContactChange } from '../../shared/customer/contact-rules';
import { checkNewPassword } from '../../shared/customer/form-rules';
import { checkRegistration } from '../../shared/customer/registration-rules';
import type { PrintJob, PrintOutcome } from '../../shared/ipc/print';
import type { Finding } from '../../shared/metering/finding';
import type { CustomerProfile } from '../../shared/sync/customer';
import type { PaymentChannel, PaymentOrderState } from '../../shared/sync/payment-order';
import type { SubmissionView } from '../../src-renderer/data/submission-view';
import type {
  Codes,
  ContactEntry,
  CustomerSignInOutcome,
  FormOutcome,
  IdentifyOutcome,
  KioskView,
  OlderBillingOutcome,
  OrderEntry,
  OrderOutcome,
  PasswordEntry,
  PasswordOutcome,
  ReceiptOutcome,
  RegistrationEntry,
  SignInAgainOutcome,
  SlipOf,
  VisitApi,
  VisitView,
} from '../../src-renderer/data/visit-api';
import { fakeOlder } from './fake-accounts';
import { fakeKiosk, fakeOrder } from './fake-kiosk';
import { FakeSubmissions } from './fake-submissions';

/** The visits of the data worker in memory: the real rules, and a server that says what a test wants it to say. */
export class FakeVisit extends FakeSubmissions implements VisitApi {
  kiosk: KioskView = fakeKiosk;
  visit: VisitView | null = null;
  /** What these say instead, when a test wants another answer. */
  identifyAnswer: IdentifyOutcome | null = null;
  customerSignInAnswer: CustomerSignInOutcome | null = null;
  signInAgainAnswer: SignInAgainOutcome | null = null;
  formAnswer: FormOutcome | null = null;
  passwordAnswer: PasswordOutcome | null = null;
  orderAnswer: OrderOutcome | null = null;
  /** How the orders of each way stand, where `orderAnswer` says nothing; left out: open, and paid when it is asked. */
  standing: { [Channel in PaymentChannel]?: PaymentOrderState } = {};
  receiptAnswer: ReceiptOutcome = { outcome: 'unknown' };
  olderAnswer: OlderBillingOutcome | null = null;
  readonly registrations: RegistrationEntry[] = [];
  readonly contactChanges: ContactEntry[] = [];
  readonly orders: OrderEntry[] = [];
  emailAnswer: Awaited<ReturnType<VisitApi['emailSlip']>> = { outcome: 'saved' };
  readonly emailedSlips: string[] = [];
  visitsEnded = 0;
  readonly passwordsAgain: string[] = [];
  renewals = 0;
  /** What the printer says, and what it was asked to print. */
  printAnswer: PrintOutcome = 'printed';
  readonly printed: { job: PrintJob; text: string }[] = [];
  readonly printer = {
    printSlip: async (job: PrintJob): Promise<PrintOutcome> => {
      this.printed.push({ job, text: document.querySelector('[data-print-sheet]')?.textContent ?? '' });
      return this.printAnswer;
    },
  };

  protected override actorName(): string | null {
    return this.visit ? null : super.actorName();
  }

  async identify(codes: Codes): Promise<IdentifyOutcome> {
    const found = this.#accountOf(codes);
    const answer = this.identifyAnswer ?? identified(found?.id);
    if (answer.outcome === 'identified') this.open([answer.accountId], null);
    return answer;
  }

  async signInCustomer({ email }: { email: string; password: string }): Promise<CustomerSignInOutcome> {
    const own = this.customers.filter(({ account }) => account.contact.email === email);
    const accountIds = own.map(({ account }) => account.id);
    const found: CustomerSignInOutcome =
      accountIds.length > 0 ? { outcome: 'signed-in', accountIds } : { outcome: 'wrong' };
    const answer = this.customerSignInAnswer ?? found;
    if (answer.outcome === 'signed-in') this.open(answer.accountIds, this.profileOf(answer.accountIds[0]));
    return answer;
  }

  async signInAgain(password: string): Promise<SignInAgainOutcome> {
    this.passwordsAgain.push(password);
    const accountIds = this.visit?.accountIds ?? [];
    const answer = this.signInAgainAnswer ?? { outcome: 'signed-in', accountIds };
    if (answer.outcome === 'signed-in' && this.visit) this.visit = { ...this.visit, signIn: 'open' };
    this.changed();
    return answer;
  }

  async renewVisit(): Promise<void> {
    this.renewals += 1;
  }

  async chooseAccount(accountId: string): Promise<void> {
    if (this.visit) this.visit = { ...this.visit, accountId, profile: this.profileOf(accountId) };
    this.changed();
  }

  async endVisit(): Promise<void> {
    this.visit = null;
    this.visitsEnded += 1;
    this.changed();
  }

  async checkRegistration(entry: RegistrationEntry): Promise<Finding[]> {
    const { password, passwordAgain } = entry;
    const codes = this.#codesOf(entry);
    const found = this.#accountOf(codes);
    return checkRegistration({
      ...entry,
      ...codes,
      password: { password, passwordAgain, least: fakeKiosk.passwordLength },
      codesMatch: found !== undefined,
      registered: found?.registered ?? false,
    });
  }

  async register(entry: RegistrationEntry): Promise<FormOutcome> {
    const findings = await this.checkRegistration(entry);
    if (findings.length > 0) return { outcome: 'blocked', findings };
    this.registrations.push(entry);
    return this.formAnswer ?? this.#saved('registration', this.#accountOf(this.#codesOf(entry))?.id ?? null);
  }

  async checkContactChange(entry: ContactEntry): Promise<Finding[]> {
    const account = this.customers.find(({ account: { id } }) => id === entry.accountId)?.account;
    const awaited = account && awaitedEmail(account.contact.unconfirmed, this.now());
    return checkContactChange({ ...entry, emailKnown: (account?.emailKnown ?? false) || !!awaited });
  }

  async changeContact(entry: ContactEntry): Promise<FormOutcome> {
    const findings = await this.checkContactChange(entry);
    if (findings.length > 0) return { outcome: 'blocked', findings };
    this.contactChanges.push(entry);
    return this.formAnswer ?? this.#saved('contact-change', entry.accountId);
  }

  async changePassword({ password, passwordAgain }: PasswordEntry): Promise<PasswordOutcome> {
    const findings = checkNewPassword({ password, passwordAgain, least: fakeKiosk.passwordLength });
    if (findings.length > 0) return { outcome: 'blocked', findings };
    return this.passwordAnswer ?? { outcome: 'changed' };
  }

  async emailSlip(of: SlipOf): ReturnType<VisitApi['emailSlip']> {
    this.emailedSlips.push(typeof of === 'string' ? of : of.id);
    return this.emailAnswer;
  }

  async orderPayment(entry: OrderEntry): Promise<OrderOutcome> {
    this.orders.push(entry);
    return this.orderAnswer ?? { outcome: 'order', order: fakeOrder(entry) };
  }

  async followOrder(orderId: string): Promise<OrderOutcome> {
    const entry = this.orders.find((order) => order.orderId === orderId);
    if (this.orderAnswer || !entry) return this.orderAnswer ?? { outcome: 'offline' };
    const state = this.standing[entry.channel] ?? 'paid';
    const receiptNumber = state === 'paid' ? '7F3K2M9Q4XA' : null;
    return { outcome: 'order', order: { ...fakeOrder(entry), state, receiptNumber } };
  }

  async olderBilling(accountId: string): Promise<OlderBillingOutcome> {
    return this.olderAnswer ?? fakeOlder(accountId);
  }

  async findReceipt(): Promise<ReceiptOutcome> {
    return this.receiptAnswer;
  }

  /** Somebody has shown that these accounts are theirs. */
  open(accountIds: readonly string[], profile: CustomerProfile | null): void {
    const [accountId] = accountIds;
    if (accountId === undefined) return;
    const shownBy = profile ? 'password' : 'codes';
    const signIn = profile ? 'open' : null;
    this.visit = { accountId, accountIds: [...accountIds], shownBy, signIn, profile, notices: [] };
    this.changed();
  }

  profileOf(accountId: string | undefined): CustomerProfile | null {
    const account = this.customers.find(({ account: { id } }) => id === accountId)?.account;
    if (!account) return null;
    const { clientCode, holderName, serviceAddress, locality, contact } = account;
    const loginEmail = contact.email ?? 'ana.pop@exemplu.ro';
    const address = { clientCode, holderName, serviceAddress, locality };
    return { accountId: account.id, ...address, ...contact, loginEmail, unconfirmedEmail: null };
  }

  /** During a visit by codes they are known. */
  #codesOf({ clientCode, internalCode }: Codes): Codes {
    const open = this.customers.find(({ account }) => account.id === this.visit?.accountId);
    const known = this.visit?.shownBy === 'codes' && clientCode === '' && internalCode === '';
    return known && open ? open.account : { clientCode, internalCode };
  }

  #accountOf({ clientCode, internalCode }: Codes) {
    return this.customers.find(
      ({ account }) => account.clientCode === clientCode && account.internalCode === internalCode,
    )?.account;
  }

  #saved(kind: SubmissionView['kind'], accountId: string | null): FormOutcome {
    const submission = this.record({ kind, ...(accountId === null ? {} : this.holderOf(accountId)) });
    this.changed();
    return { outcome: 'saved', submission };
  }
}

const identified = (accountId: string | undefined): IdentifyOutcome =>
  accountId === undefined
    ? { outcome: 'wrong' }
    : { outcome: 'identified', accountId, checkedBy: 'server' as const };
