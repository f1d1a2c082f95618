/** Marks the yellow field, so that F2, Escape and Enter bring the cursor there from anywhere on the page. */
export const indexFieldMark = 'data-index-field';

/** Puts the cursor into the first *Index nou* on the page, its value selected; else on the account's name. */
export function focusIndexField(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>(`[${indexFieldMark}]`);
    if (field) {
      field.focus();
      field.select();
    } else {
      document.querySelector<HTMLElement>('#content h1')?.focus();
    }
  });
}

/** The next *Index nou* after one, when an account has several meters. */
export function nextIndexField(after: HTMLInputElement): HTMLInputElement | null {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`[${indexFieldMark}]`)];
  return fields[fields.indexOf(after) + 1] ?? null;
}
