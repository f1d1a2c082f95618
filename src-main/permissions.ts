import { isOwnPage } from './page/own-page';

/** Storage that the browser does not clear by itself, and copying a receipt number. Everything else is denied. */
const allowed: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** True for the few permissions our own page may have. `requestedBy` is a URL or an origin. */
export function isAllowedPermission(permission: string, requestedBy: string): boolean {
  return allowed.has(permission) && isOwnPage(requestedBy);
}
