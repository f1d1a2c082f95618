import { useRouter } from '@tanstack/react-router';
import { useKeys } from './use-keys';

/** Escape leaves a page that was opened over a customer, and is back at the customer. */
export function useEscapeBack(): void {
  const { history } = useRouter();
  const back = () => history.canGoBack() && history.back();
  useKeys({ Escape: back });
}
