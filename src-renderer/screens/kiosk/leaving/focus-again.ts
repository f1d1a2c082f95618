/**
 * Gives the focus back; where the screen has changed meanwhile, it begins as every screen does. Where another question
 * covers it by now, that one has the focus.
 */
export function focusAgain(before: Element | null): void {
  if (before?.closest('[inert]')) return;
  const place = before?.isConnected && before !== document.body ? before : beginning();
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

const beginning = (): Element | null =>
  document.querySelector('main [data-first]') ?? document.querySelector('main h1');
