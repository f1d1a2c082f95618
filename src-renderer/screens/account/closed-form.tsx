import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';

interface ClosedFormProps {
  title: string;
  /** What it is for, or why there is none. */
  what: ReactNode;
  /** What opens it; null where it cannot be opened now. */
  label: string | null;
  /** The other is being saved: its answer is not missed. */
  busy: boolean;
  open: () => void;
  /** Something was typed into it before the other was opened. */
  typed: boolean;
}

/** A form beside the one that is open: of a customer's forms one is filled in at a time. */
export function ClosedForm({ title, what, label, busy, open, typed }: ClosedFormProps) {
  const { t } = useWords();
  return (
    <section className={styles.form}>
      <h2 className={styles.title}>{title}</h2>
      {what}
      {typed && <p className={styles.soft}>{t('desk.account.unsaved')}</p>}
      {label && (
        <Button variant="default" className={styles.opens} disabled={busy} onClick={open}>
          {label}
        </Button>
      )}
    </section>
  );
}
