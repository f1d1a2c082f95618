import { useEffect } from 'react';

const mark = 'typed';

/** Remembers in which forms somebody typed, for `keepsTyped`. */
export function useTypedForms(): void {
  useEffect(() => {
    const listener = ({ target }: Event) => {
      const form = target instanceof Element ? target.closest('form') : null;
      if (form) form.dataset[mark] = '';
    };
    window.addEventListener('input', listener);
    return () => window.removeEventListener('input', listener);
  }, []);
}

/** What was typed is saved. */
export const forgetTyped = (form: HTMLFormElement | null): void => {
  if (form) delete form.dataset[mark];
};

/**
 * A first Escape only leaves the field. The next one leaves the tab or the page: only the drafts of an account outlive
 * that, not its passwords nor the forms of other pages.
 * @returns whether it did so
 */
export function keepsTyped({ target }: Pick<Event, 'target'>): boolean {
  const form = target instanceof HTMLElement ? target.closest('form') : null;
  if (form?.dataset[mark] === undefined || !(target instanceof HTMLElement)) return false;
  const tab = form.closest('[role=tabpanel]')?.getAttribute('aria-labelledby');
  const outside = tab
    ? document.getElementById(tab)
    : document.querySelector<HTMLElement>('#content h1[tabindex]');
  if (outside) outside.focus();
  else target.blur();
  return true;
}
