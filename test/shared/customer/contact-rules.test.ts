import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContactFacts, checkContactChange } from '../../../shared/customer/contact-rules';
import { plainPhone } from '../../../shared/customer/form-rules';
import { PhoneNumber } from '../../../shared/model/customer';
import { anEmail, aPhone, blank, spacedPhone } from './entries';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const right: fc.Arbitrary<ContactFacts> = fc.record({
  phone: maybe(fc.oneof(aPhone, spacedPhone)),
  email: maybe(anEmail),
  invoiceByEmail: maybe(fc.boolean()),
  emailKnown: fc.boolean(),
  identityDocument: fc.constantFrom('seen' as const, null),
});
const codes = (facts: ContactFacts) => checkContactChange(facts).map(({ code }) => code);

test('what is filled in rightly stands, but invoices need an address and a change needs something to change', () => {
  fc.assert(
    fc.property(right, (facts) => {
      const nothing = facts.phone === null && facts.email === null && facts.invoiceByEmail === null;
      const nowhere = facts.invoiceByEmail === true && !facts.emailKnown && facts.email === null;
      expect(codes(facts)).toEqual([
        ...(nothing ? ['nothing-changed'] : []),
        ...(nowhere ? ['invoices-need-email'] : []),
      ]);
    }),
  );
});

test('invoices by post need no address', () => {
  fc.assert(
    fc.property(right, (facts) => {
      expect(codes({ ...facts, invoiceByEmail: false, emailKnown: false })).toEqual([]);
    }),
  );
});

test('a field that is touched must not be left empty', () => {
  fc.assert(
    fc.property(
      right,
      blank,
      fc.constantFrom('phone' as const, 'email' as const),
      (facts, nothing, field) => {
        expect(checkContactChange({ ...facts, emailKnown: true, [field]: nothing })).toEqual([
          { code: 'field-missing', field },
        ]);
      },
    ),
  );
});

test('a clerk who has seen no document changes nothing', () => {
  fc.assert(
    fc.property(right, aPhone, (facts, phone) => {
      const unseen = { ...facts, phone, emailKnown: true, identityDocument: 'not-seen' as const };
      expect(codes(unseen)).toEqual(['identity-not-seen']);
    }),
  );
});

test('a phone is kept as its ten digits, however it was typed', () => {
  fc.assert(
    fc.property(spacedPhone, (phone) => {
      expect(PhoneNumber.safeParse(plainPhone(phone)).success).toBe(true);
      expect(plainPhone(plainPhone(phone))).toBe(plainPhone(phone));
    }),
  );
});
