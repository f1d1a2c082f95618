export interface TerminalAddress {
  host: string;
  port: number;
}

/** `192.168.1.20:4680`, `terminal-1:4680` or `[fe80::1]:4680`; null for anything else. */
export function parseTerminalAddress(text: string): TerminalAddress | null {
  const [, bracketed, plain, digits] = /^(?:\[([\da-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host && port >= 1 && port <= 65_535 ? { host, port } : null;
}
