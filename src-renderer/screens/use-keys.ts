import { useEffectEvent, useLayoutEffect } from 'react';
import { indexFieldMark } from './entry/focus-index-field';

/**
 * Shortcuts of the whole window, by `Alt+1`, `Ctrl+ArrowLeft` or `F2`. What has a meaning here is not left to the browser.
 * They count from the moment at which what they belong to is on the page.
 */
export function useKeys(shortcuts: Record<string, (event: KeyboardEvent) => void>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = shortcuts[chord(event)];
    if (!act || event.defaultPrevented || editsText(event) || leavesAnother(event)) return;
    event.preventDefault();
    act(event);
  });
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** `event.code` for digits, so that Alt+1 is the same key on every keyboard layout. */
function chord(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const modifiers = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Meta',
  ];
  return [...modifiers.filter(Boolean), digit ?? event.key].join('+');
}

/** Ctrl with an arrow moves by words in a text field; the yellow field has no words. */
const editsText = ({ ctrlKey, key, target }: KeyboardEvent): boolean =>
  ctrlKey &&
  key.startsWith('Arrow') &&
  target instanceof HTMLInputElement &&
  !target.hasAttribute(indexFieldMark);

/** Escape in a menu, a dialog or the top bar leaves that, not what is opened under it. */
const leavesAnother = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' && target instanceof Element && target !== document.body && !target.closest('#content');
