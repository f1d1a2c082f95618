import { useRouter } from '@tanstack/react-router';
import { keepsTyped } from './parts/typed-forms';
import { useKeys } from './use-keys';

/** Escape leaves a page that was opened over a customer, and is back at the customer. */
export function useEscapeBack(): void {
  const { history } = useRouter();
  const back = (event: KeyboardEvent) => {
    if (!keepsTyped(event) && history.canGoBack()) history.back();
  };
  useKeys({ Escape: back });
}
