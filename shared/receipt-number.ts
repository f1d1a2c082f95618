/** Crockford's base 32: no I, L, O or U, so that a number can be read aloud and copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/**
 * The receipt number of a submission: the first 50 bits of the SHA-256 of its id as 10 characters and one that checks
 * them. Depends on the id alone, so it is the same after any restore.
 * @param digest SHA-256 of the submission's id as UTF-8, 32 bytes
 */
export function receiptNumberOf(digest: Uint8Array): string {
  let bits = 0n;
  for (const byte of digest.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 6n; // 56 bits read, 50 used
  const values = Array.from({ length }, (_, place) =>
    Number((bits >> BigInt(5 * (length - 1 - place))) & 31n),
  );
  return [...values, checkOf(values)].map((value) => alphabet[value]).join('');
}

/**
 * Each sign times its place, modulo 31: finds every sign misread (but 0 for Z) and every two signs exchanged.
 * Crockford's own check is modulo 37, whose signs `*~$=` cannot be read aloud at a counter.
 */
const checkOf = (values: readonly number[]): number =>
  values.reduce((sum, value, place) => sum + value * (place + 1), 0) % 31;

/** As it is typed or scanned: in groups, in small letters, with I or L for 1 and O for 0. */
const signsIn = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s–-]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');

/** @returns its signs, or null when the last of them does not check the others */
export function parseReceiptNumber(typed: string): string | null {
  const signs = signsIn(typed);
  const values = [...signs].map((sign) => alphabet.indexOf(sign));
  if (values.length !== length + 1 || values.includes(-1)) return null;
  return checkOf(values.slice(0, length)) === values[length] ? signs : null;
}

/** In one piece, or in the groups in which it is printed. */
const shape = /^\w{11}$|^\w{4}[–\s-]\w{4}[–\s-]\w{3}$/;

/** With neither a digit nor a hyphen it may be a name: one number in sixty has no digit. */
const mayBeName = (text: string): boolean => !/[\d–-]/.test(text);

/**
 * What somebody means as a receipt number, whether or not it checks. What may as well be a name is one only when it has no
 * letter that our numbers leave out, and checks.
 * @returns its signs, or null
 */
export function meantReceiptNumber(typed: string): string | null {
  const text = typed.trim();
  if (!shape.test(text)) return null;
  if (mayBeName(text)) return /[ILO]/i.test(text) ? null : parseReceiptNumber(text);
  const signs = signsIn(text);
  return [...signs].every((sign) => alphabet.includes(sign)) ? signs : null;
}

/** Our numbers as people read them: in groups of four (`7F3K-2M9Q-4XA`). One that is not ours stays as it is. */
export const formatReceiptNumber = (receiptNumber: string): string =>
  receiptNumber.replace(
    /^([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{3})$/,
    '$1-$2-$3',
  );
