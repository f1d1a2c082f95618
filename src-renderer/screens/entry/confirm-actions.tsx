import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useWords } from '../../text/use-words';
import styles from './entry.module.css';
import type { Entry } from './use-entry';

/**
 * The two answers. The focus is on the question before them, not on a button: a second Enter, or a key held down,
 * confirms nothing.
 */
export function ConfirmActions({ entry }: { entry: Entry }) {
  const { t } = useWords();
  const yes = useRef<HTMLButtonElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') yes.current?.focus();
    if (event.key === 'ArrowRight') no.current?.focus();
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
  };
  return (
    <div className={styles.actions} onKeyDown={onKey} role="toolbar">
      <Button ref={yes} type="button" size="md" onClick={() => void entry.confirm()}>
        {t('counter.meter.confirm')}
      </Button>
      <Button ref={no} type="button" size="md" variant="default" onClick={entry.correct}>
        {t('counter.meter.correct')}
      </Button>
      <span className={styles.keys}>{t('counter.meter.confirmKeys')}</span>
    </div>
  );
}
