import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRegistration, type RegistrationFacts } from '../../../shared/customer/registration-rules';
import { gateOf } from '../../../shared/metering/severity';
import { anEmail, anyText, aPhone, blank, spacedPhone } from './entries';

const least = 6;
const right: fc.Arbitrary<RegistrationFacts> = fc
  .record({
    clientCode: fc.stringMatching(/^\d{8}$/),
    internalCode: fc.stringMatching(/^\d{5}$/),
    email: anEmail,
    phone: fc.oneof(aPhone, spacedPhone),
    typed: fc.string({ minLength: least, maxLength: 40, unit: 'grapheme' }),
    identityDocument: fc.constantFrom('seen' as const, null),
  })
  .map(({ typed, ...facts }) => ({
    ...facts,
    password: { password: typed, passwordAgain: typed, least },
    codesMatch: true,
    registered: false,
  }));

const codes = (facts: RegistrationFacts) => checkRegistration(facts).map(({ code }) => code);
const holds = (property: (facts: RegistrationFacts) => void) => fc.assert(fc.property(right, property));

test('nothing stands against a form that is filled in rightly, typed or arrived', () => {
  holds((facts) => {
    expect(codes(facts)).toEqual([]);
    expect(codes({ ...facts, password: null })).toEqual([]);
  });
});

test('each field that is left empty is named, and nothing else is said of it', () => {
  const fields = ['clientCode', 'internalCode', 'email', 'phone'] as const;
  fc.assert(
    fc.property(right, fc.subarray([...fields]), blank, (facts, emptied, nothing) => {
      const entry = { ...facts, ...Object.fromEntries(emptied.map((field) => [field, nothing])) };
      const expected = emptied.map((field) => ({ code: 'field-missing', field }));
      expect(checkRegistration(entry)).toEqual(expect.arrayContaining(expected));
      expect(checkRegistration(entry)).toHaveLength(emptied.length);
    }),
  );
});

test('codes that do not fit say so, and never that somebody is registered', () => {
  holds((facts) => {
    expect(codes({ ...facts, codesMatch: false, registered: true })).toEqual(['codes-mismatch']);
    expect(codes({ ...facts, registered: true })).toEqual(['already-registered']);
  });
});

test('a phone has exactly ten digits, whatever is written between them', () => {
  fc.assert(
    fc.property(right, fc.stringMatching(/^\d{1,20}$/), (facts, phone) => {
      expect(codes({ ...facts, phone })).toEqual(phone.length === 10 ? [] : ['phone-malformed']);
    }),
  );
});

test('an address without a sign @ is none', () => {
  fc.assert(
    fc.property(right, anyText, (facts, text) => {
      const email = text.replaceAll('@', '');
      expect(codes({ ...facts, email })).toEqual([email.trim() === '' ? 'field-missing' : 'email-malformed']);
    }),
  );
});

test('a clerk who has seen no document registers nobody', () => {
  holds((facts) => {
    expect(codes({ ...facts, identityDocument: 'not-seen' })).toEqual(['identity-not-seen']);
  });
});

test('whatever is found stops it: nothing of it can be confirmed away', () => {
  const anything = fc.record({
    clientCode: anyText,
    internalCode: anyText,
    email: anyText,
    phone: anyText,
    password: fc.oneof(
      fc.constant(null),
      fc.record({ password: anyText, passwordAgain: anyText, least: fc.constant(least) }),
    ),
    codesMatch: fc.boolean(),
    registered: fc.boolean(),
    identityDocument: fc.constantFrom('seen' as const, 'not-seen' as const, null),
  });
  fc.assert(
    fc.property(anything, (facts) => {
      const findings = checkRegistration(facts);
      expect(gateOf(findings)).toBe(findings.length === 0 ? 'clear' : 'blocked');
    }),
  );
});
