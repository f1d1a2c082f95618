import type { KeyboardEvent } from 'react';

/** A key handler: Escape leaves a form that was asked for. */
export const onEscape = (leave?: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || !leave) return;
  event.stopPropagation();
  leave();
};
