export type AddressProblem = 'missing' | 'not-an-address' | 'not-secure' | 'not-an-origin';

export type ServerAddress = { origin: string } | { problem: AddressProblem };

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The central server's origin. Only https, or http on this machine: a bearer token and customers' data travel there.
 * A path, a query or credentials in the address are a mistake that is said, not dropped.
 */
export function parseServerAddress(text: string | undefined): ServerAddress {
  if (text === undefined || text.trim() === '') return { problem: 'missing' };
  if (!URL.canParse(text.trim())) return { problem: 'not-an-address' };
  const url = new URL(text.trim());
  const secure =
    url.protocol === 'https:' || (url.protocol === 'http:' && thisMachine.includes(url.hostname));
  if (!secure) return { problem: 'not-secure' };
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare ? { origin: url.origin } : { problem: 'not-an-origin' };
}
