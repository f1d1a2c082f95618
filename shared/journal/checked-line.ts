import { crc32 } from './crc32';

/*
 * Eight hex digits of CRC-32, a space, JSON, a line feed. JSON has no raw line feeds, so a line is whole or it is not;
 * what does not check is never guessed at.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeChecked(value: unknown): Uint8Array {
  const json = JSON.stringify(value);
  return encoder.encode(`${crc32(encoder.encode(json))} ${json}\n`);
}

/** The lines of a file, without their line feeds; empty ones are left out. */
export const linesOf = (bytes: Uint8Array): string[] =>
  decoder
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');

/** What a line says, or undefined where it is torn or damaged. */
export function decodeChecked(line: string): unknown {
  const json = line.slice(9);
  if (line[8] !== ' ' || crc32(encoder.encode(json)) !== line.slice(0, 8)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // a checksum that fits is no proof of JSON: that of no bytes at all is eight zeros
  }
}
