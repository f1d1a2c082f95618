import type { AccountTab } from '../tabs';

/** Marks the field of a tab into which the tab's own key (F6, F7) brings the cursor. */
export const tabFieldMark = 'data-tab-field';

/** Puts the cursor into that field, else on the tab. */
export function focusTabField(tab: AccountTab): void {
  const field = document.querySelector<HTMLElement>(`[${tabFieldMark}="${tab}"]`);
  (field ?? document.getElementById(`tab-${tab}`))?.focus();
}
