import type { KeyboardEvent } from 'react';

/** A key handler: Escape leaves what was opened, and nothing that it was opened over. */
export const onEscape = (leave?: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || !leave) return;
  event.stopPropagation();
  leave();
};
