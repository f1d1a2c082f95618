/** Marks the yellow field, so that F2, Escape and Enter bring the cursor there from anywhere on the page. */
export const indexFieldMark = 'data-index-field';

/**
 * Puts the cursor into the first *Index nou* on the page, else on the page's heading. A field that has the cursor is left
 * alone: selecting it again would lose the first digit of somebody who types fast.
 */
export function focusIndexField(): void {
  const field = document.querySelector<HTMLElement>(`[${indexFieldMark}]`);
  const target = field ?? document.querySelector<HTMLElement>('#content h1');
  if (target !== document.activeElement) target?.focus(); // focusing selects the value
}

/**
 * The same, once what is about to be shown is on the page. Who went on at once, with F6 or F7, is in a field of the page
 * by then and stays there.
 */
export const focusIndexFieldSoon = (): void =>
  void requestAnimationFrame(() => {
    if (!document.activeElement?.closest('[role="tabpanel"]')) focusIndexField();
  });

/** The next *Index nou* after one, when an account has several meters. */
export function nextIndexField(after: HTMLInputElement): HTMLInputElement | null {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`[${indexFieldMark}]`)];
  return fields[fields.indexOf(after) + 1] ?? null;
}
