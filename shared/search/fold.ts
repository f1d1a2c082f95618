/** Lower case without diacritics, so that ș, ş and s, ț, ţ and t, ő and o are found alike. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
