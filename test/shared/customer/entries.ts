import fc from 'fast-check';

/** Phones and addresses as people type them, right or not. */
export const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

export const aPhone = digits(10);

/** The same digits with the signs that people put between them. */
export const spacedPhone = fc
  .tuple(aPhone, fc.array(fc.constantFrom('', ' ', '-', '.', '/'), { minLength: 10, maxLength: 10 }))
  .map(([phone, signs]) => [...phone].map((digit, place) => `${digit}${signs[place]}`).join(''));

export const anEmail = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.stringMatching(/^[a-z]{2,8}$/))
  .map(([name, domain]) => `${name}@${domain}.ro`);

export const blank = fc.constantFrom('', ' ', '   ');

export const anyText = fc.string({ maxLength: 30 });
