/** Signs that Crockford's alphabet leaves out, as people misread them. */
const misread: Record<string, string> = { O: '0', I: '1', L: '1' };

/** As it is scanned, or in the groups of four in which it is printed. */
const shape = /^\w{11}$|^\w{4}[-– ]\w{4}[-– ]\w{3}$/;

/**
 * The receipt number in what somebody typed or scanned, in whatever case. Whether it is one that was ever given out is
 * another question.
 * @returns its eleven signs, or null for what is none: another shape, a sign outside the alphabet, or letters alone
 */
export function typedReceiptNumber(text: string): string | null {
  const typed = text.trim();
  if (!shape.test(typed) || !/\d/.test(typed)) return null;
  const signs = typed
    .toUpperCase()
    .replaceAll(/[-– ]/g, '')
    .replaceAll(/[OIL]/g, (sign) => misread[sign] ?? sign);
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(signs) ? signs : null;
}
