import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useWords } from '../text/use-words';
import { NoticePage } from './parts/notice-page';

/** Catches what a screen could not handle: said in words, with the technical line for the administrator. */
export class ErrorScreen extends Component<{ children: ReactNode }, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: unknown): { failure: Error } {
    return { failure: asError(failure) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <FailurePage failure={failure} retry={() => this.setState({ failure: null })} />;
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
