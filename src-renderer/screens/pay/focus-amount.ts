/** Marks the amount, so that F6 brings the cursor there. */
export const amountFieldMark = 'data-amount-field';

/** Puts the cursor into the amount, else on the tab. */
export function focusAmount(): void {
  const field = document.querySelector<HTMLElement>(`[${amountFieldMark}]`);
  (field ?? document.getElementById('tab-pay'))?.focus();
}
