import { z } from 'zod';
import { CustomerField } from '../model/customer-field';
import { Bani, Day, Instant, Period } from '../model/primitives';

const m3 = z.int();

/** What a rule has to say: a code and the numbers its sentence needs. Its words live in `shared/text`. */
export const Finding = z.discriminatedUnion('code', [
  z.object({ code: z.literal('apartment-not-eligible') }),
  z.object({ code: z.literal('account-closed') }),
  z.object({ code: z.literal('meter-removed') }),
  z.object({ code: z.literal('meter-remote') }),
  z.object({ code: z.literal('window-closed'), nextFrom: Day.nullable(), nextTo: Day.nullable() }),
  z.object({ code: z.literal('index-missing') }),
  z.object({ code: z.literal('index-not-whole') }),
  z.object({ code: z.literal('index-too-long'), digits: z.int() }),
  z.object({
    code: z.literal('index-below-previous'),
    period: Period,
    previousIndex: m3,
    previousPeriod: Period.nullable(), // null: the index at installation
  }),
  z.object({ code: z.literal('below-estimate'), estimatedIndex: m3, lastActualIndex: m3 }),
  z.object({
    code: z.literal('register-rolled-over'),
    previousIndex: m3,
    consumptionM3: m3,
    byStaff: z.boolean(),
  }),
  z.object({
    code: z.literal('consumption-high'),
    index: m3,
    consumptionM3: m3,
    usualM3: z.number().nullable(),
  }),
  z.object({ code: z.literal('consumption-zero'), usualM3: z.number() }),
  z.object({ code: z.literal('already-sent'), sentIndex: m3, sentAt: Instant }),
  z.object({ code: z.literal('index-above-next'), nextIndex: m3, nextPeriod: Period }),
  z.object({ code: z.literal('period-billed'), period: Period }),
  z.object({ code: z.literal('clock-unsure') }),
  z.object({ code: z.literal('captured-ahead'), aheadMs: z.int() }),
  z.object({ code: z.literal('late-after-contact'), contactAt: Instant }),
  z.object({ code: z.literal('unknown-account') }),
  z.object({ code: z.literal('unknown-meter') }),
  z.object({ code: z.literal('actor-not-allowed') }),
  z.object({ code: z.literal('outside-scope') }),
  z.object({ code: z.literal('malformed') }),
  z.object({ code: z.literal('id-reused') }),
  z.object({ code: z.literal('kind-not-served') }),
  z.object({
    code: z.literal('correction-below-previous'),
    previousIndex: m3,
    previousPeriod: Period.nullable(), // null: the index at installation
  }),
  z.object({ code: z.literal('correction-above-next'), nextIndex: m3, nextPeriod: Period }),
  z.object({ code: z.literal('correction-period'), period: Period }), // not yet begun, or before the meter's first
  z.object({ code: z.literal('unknown-submission') }), // a decision on what the server does not have
  z.object({ code: z.literal('already-settled') }), // somebody else decided first, or nothing is left to decide
  z.object({ code: z.literal('not-decidable') }), // nobody can make this count: no such meter, not a number
  z.object({ code: z.literal('invoice-missing') }),
  z.object({ code: z.literal('invoice-not-open') }),
  z.object({ code: z.literal('amount-missing') }),
  z.object({ code: z.literal('amount-above-outstanding'), outstandingBani: Bani }),
  z.object({ code: z.literal('tendered-not-an-amount') }),
  z.object({ code: z.literal('tendered-too-little'), missingBani: Bani }),
  z.object({ code: z.literal('reference-missing') }), // of the card terminal's slip
  z.object({ code: z.literal('payment-credit'), creditBani: Bani }), // paid more than was owed, or twice
  z.object({ code: z.literal('payment-unknown') }), // taken back before the payment itself has arrived
  z.object({ code: z.literal('payment-reversed') }),
  z.object({ code: z.literal('reversal-needs-supervisor'), paidOn: Day }),
  z.object({ code: z.literal('field-missing'), field: CustomerField }),
  z.object({ code: z.literal('codes-mismatch') }), // never which of the two
  z.object({ code: z.literal('codes-unchecked') }), // too many wrong ones were tried: nobody is told about this one
  z.object({ code: z.literal('identity-unproven') }), // what should prove who asks is missing, unreadable or too old
  z.object({ code: z.literal('session-unknown') }), // the sign-in that should prove it is none that the server has
  z.object({ code: z.literal('identity-not-seen') }), // a clerk has not said that a document was seen
  z.object({ code: z.literal('already-registered') }),
  z.object({ code: z.literal('email-malformed') }),
  z.object({ code: z.literal('phone-malformed') }),
  z.object({ code: z.literal('password-too-short'), least: z.int() }),
  z.object({ code: z.literal('passwords-differ') }),
  z.object({ code: z.literal('invoices-need-email') }),
  z.object({ code: z.literal('nothing-changed') }),
]);
export type Finding = z.infer<typeof Finding>;

export const FindingCode = z.enum(Finding.options.map((option) => option.shape.code.value));
export type FindingCode = Finding['code'];
