import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useWords } from '../text/use-words';
import { NoticePage } from './parts/notice-page';

interface ErrorScreenProps {
  children: ReactNode;
  /** What is shown instead of the counter's own page. */
  show?: (failure: Error, retry: () => void) => ReactNode;
}

/** Catches what a screen could not handle: said in words, with the technical line for the administrator. */
export class ErrorScreen extends Component<ErrorScreenProps, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: unknown): { failure: Error } {
    return { failure: asError(failure) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    const { children, show } = this.props;
    if (!failure) return children;
    const retry = () => this.setState({ failure: null });
    return show ? show(failure, retry) : <FailurePage failure={failure} retry={retry} />;
  }
}

export function FailurePage({ failure, retry }: { failure: Error; retry: () => void }) {
  const { t } = useWords();
  return (
    <NoticePage
      icon={<IconAlertTriangle size={40} stroke={1.5} />}
      title={t('start.unexpected.title')}
      tone="trouble"
    >
      <p>{t('start.unexpected.body')}</p>
      <p>
        <code>{failure.message}</code>
      </p>
      <Button mt="lg" onClick={retry} autoFocus>
        {t('start.retry')}
      </Button>
    </NoticePage>
  );
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
