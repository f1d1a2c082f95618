/** Gives the focus to what stands in front; what a question covers does not take it from that. */
export function takeFocus(place: Element | null | undefined): void {
  if (place instanceof HTMLElement && isInFront(place)) place.focus({ preventScroll: true });
}

/**
 * Gives the focus back once a question is gone. Where another question or screen stands in front by now, or the screen has
 * changed meanwhile, it begins as every screen does; who has moved on already keeps it.
 */
export function focusAgain(before: Element | null): void {
  if (isHeld(document.activeElement)) return;
  takeFocus(isHeld(before) ? before : beginning());
}

const isHeld = (place: Element | null): boolean =>
  place?.isConnected === true && place !== document.body && isInFront(place);

/** Guards make inert what they cover. */
const isInFront = (place: Element): boolean => place.closest('[inert]') === null;

/** An answer of a question comes before a screen's first field, and that before its heading. */
const beginnings = ['[role="alertdialog"] [data-first] button', 'main [data-first]', 'main h1'];

const beginning = (): Element | null =>
  beginnings.flatMap((place) => [...document.querySelectorAll(place)]).find(isInFront) ?? null;
