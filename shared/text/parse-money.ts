/**
 * An amount of lei as people type it, as bani: `56,78`, `56.78`, `1 234,5`, `1.234,50`, `1,234.50`, `56 lei`. The sign
 * before the last one or two digits is the decimal one, in whichever language; every other parts groups of three.
 * @returns null for what is no amount, or for more than 13 digits
 */
export function parseLei(text: string): number | null {
  const typed = text
    .trim()
    .replace(/\s*(lei|leu|lej|ron)$/i, '')
    .replaceAll(/[\s\u00a0\u202f]/g, ' ');
  const match = /^(\d{1,13}|\d{1,3}(?:([ .,])\d{3})(?:\2\d{3}){0,2})(?:([.,])(\d{1,2}))?$/.exec(typed);
  if (!match) return null;
  const [, whole = '', group, decimal, cents = ''] = match;
  if (group !== undefined && group === decimal) return null;
  return Number(whole.replaceAll(/\D/g, '') + cents.padEnd(2, '0'));
}
