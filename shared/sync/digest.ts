/*
 * What device and server compare: how many documents a collection has, and one number over all of them that does not
 * depend on their order or on the order of their fields. It finds accidents, not attacks.
 */
export interface Digest {
  count: number;
  hash: string; // sixteen hex digits
}

export class DigestSum {
  #count = 0;
  #low = 0;
  #high = 0;

  add(document: unknown): void {
    const text = canonicalJson(document);
    this.#count += 1;
    this.#low = (this.#low + hash32(text, 0x811c9dc5)) >>> 0;
    this.#high = (this.#high + hash32(text, 0x5bd1e995)) >>> 0;
  }

  get digest(): Digest {
    const hex = (lane: number): string => lane.toString(16).padStart(8, '0');
    return { count: this.#count, hash: `${hex(this.#high)}${hex(this.#low)}` };
  }
}

/** JSON with sorted keys: the same content gives the same text, in whatever order its fields were stored. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** FNV-1a over UTF-16 units, mixed at the end so that near texts lie far apart. */
function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
