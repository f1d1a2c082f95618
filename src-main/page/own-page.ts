/** The one scheme and host our pages live under. */
export const appScheme = 'app';
const appHost = 'ghiseu';
export const appOrigin = `${appScheme}://${appHost}`;

/** True for a page of our own. An origin cannot be compared here: outside Chromium a scheme of ours has the origin "null". */
export function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}

/** True for a file that a page of our own made itself, as the sealed export of what waits is. */
export function isOwnFile(url: string): boolean {
  const scheme = 'blob:';
  return url.startsWith(scheme) && isOwnPage(url.slice(scheme.length));
}
