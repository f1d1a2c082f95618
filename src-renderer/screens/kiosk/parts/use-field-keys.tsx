import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react';

/*
 * On-screen keys write into the field that has the focus, or had it last: a key that is reached by Tab or by a screen
 * reader takes the focus itself. They change the field as a hardware keyboard would, so a field needs to know nothing of them.
 */
const LastField = createContext<RefObject<HTMLInputElement | null>>({ current: null });

export function FieldKeysScope({ children }: { children: ReactNode }) {
  const last = useRef<HTMLInputElement | null>(null);
  return (
    <LastField value={last}>
      <div
        style={{ display: 'contents' }}
        onFocusCapture={({ target }) => {
          if (!(target instanceof HTMLInputElement)) return;
          last.current?.removeAttribute('data-current');
          target.setAttribute('data-current', ''); // framed for as long as the keys write into it, whatever is touched
          last.current = target;
        }}
      >
        {children}
      </div>
    </LastField>
  );
}

export interface FieldKeys {
  type(text: string): void;
  erase(): void;
  clear(): void;
  /** As Enter in the field: what the screen's large button does. */
  enter(): void;
}

/** Directs on-screen keys: `<Keypad onDigit={keys.type} onErase={keys.erase} onClear={keys.clear} />`. */
export function useFieldKeys(): FieldKeys {
  const last = useContext(LastField);
  const into = (act: (field: HTMLInputElement) => void) => {
    const field = last.current?.isConnected ? last.current : firstField();
    if (field && !field.readOnly && !field.disabled) act(field);
  };
  return {
    type: (text) => into((field) => write(field, text)),
    erase: () => into(erase),
    clear: () =>
      into((field) => {
        field.setSelectionRange(0, field.value.length);
        replaceSelection(field, '');
      }),
    enter: () =>
      into((field) =>
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
      ),
  };
}

const firstField = (): HTMLInputElement | null => document.querySelector('main input:not([type="checkbox"])');

function write(field: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd, value, maxLength } = field;
  const chosen = (selectionEnd ?? value.length) - (selectionStart ?? value.length);
  if (maxLength >= 0 && value.length - chosen + text.length > maxLength) return;
  replaceSelection(field, text);
}

function erase(field: HTMLInputElement): void {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart !== null && selectionStart === selectionEnd && selectionStart > 0)
    field.setSelectionRange(selectionStart - 1, selectionStart);
  replaceSelection(field, '');
}

/** The browser's own editing: React hears it as typed. */
function replaceSelection(field: HTMLInputElement, text: string): void {
  const at = field.selectionStart ?? field.value.length;
  field.setRangeText(text, at, field.selectionEnd ?? field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
  if (field.selectionEnd === field.value.length) field.scrollLeft = field.scrollWidth; // a long e-mail stays in sight
}
