import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../text/use-words';
import { busyIf } from './busy';
import styles from './note-form.module.css';
import { onEscape } from './on-escape';

interface NoteFormProps {
  name: string;
  /** What is about to be done, and what that means. */
  head: ReactNode;
  /** Other fields, before the note. @param answerId of what stands against them */
  fields?: (answerId: string) => ReactNode;
  note: string;
  write: (note: string) => void;
  hint?: string;
  /** What stands against it. */
  answer: ReactNode;
  /** Changes with the answer: it and the buttons are brought into sight. */
  answerKey: string;
  label: string;
  saving: boolean;
  save: () => void;
  cancel: () => void;
}

/** Something that is done only with a reason: Ctrl with Enter does it, Escape leaves it. The cursor begins in the first field. */
export function NoteForm(props: NoteFormProps) {
  const { t } = useWords();
  const { save, cancel, note, write, answerKey } = props;
  const answerId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  useEffect(() => {
    if (answerKey) form.current?.scrollIntoView({ block: 'nearest' });
  }, [answerKey]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const leaveOnEscape = onEscape(cancel);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) save();
    leaveOnEscape(event);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={onKey}
      noValidate
      aria-label={props.name}
    >
      {props.head}
      {props.fields?.(answerId)}
      <Textarea
        size="md"
        label={t('care.cases.note')}
        placeholder={props.hint}
        value={note}
        onChange={(event) => write(event.currentTarget.value)}
        maxLength={500}
        classNames={{ input: styles.note ?? '' }}
        rows={1}
        required
        aria-describedby={answerId}
      />
      <div id={answerId} className={styles.answer} role="alert">
        {props.answer}
      </div>
      <div className={styles.actions}>
        <Button type="submit" {...busyIf(props.saving)}>
          {props.label}
        </Button>
        <Button variant="default" onClick={cancel}>
          {t('care.cases.cancel')}
        </Button>
      </div>
    </form>
  );
}
