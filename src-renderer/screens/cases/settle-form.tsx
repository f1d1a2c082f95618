import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { severityOf } from '../../../shared/metering/severity';
import type { CaseView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './cases.module.css';
import { CorrectedValue } from './corrected-value';
import type { SettleAction } from './settle-actions';
import { type Settling, useSettling } from './use-settling';

interface SettleFormProps {
  of: CaseView;
  action: SettleAction;
  cancel: () => void;
  done: () => void;
}

/** Why, and for a correction which value; what the rules say stands under it. */
export function SettleForm({ of, action, cancel, done }: SettleFormProps) {
  const { t } = useWords();
  const answerId = useId();
  const form = useRef<HTMLFormElement>(null);
  const settling = useSettling({ of, action, done });
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  const { at } = settling.phase;
  useEffect(() => {
    if (at) form.current?.scrollIntoView({ block: 'nearest' }); // the answer and the buttons are seen, too
  }, [at]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void settling.save();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) void settling.save();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKey} noValidate>
      <div className={styles.formHead}>
        <h3 className={styles.actionTitle}>{t(`care.cases.${action}`)}</h3>
        <p className={styles.means}>{t(meaningOf(of, action))}</p>
      </div>
      {action === 'corrected' && <CorrectedValue of={of} settling={settling} answerId={answerId} />}
      <Textarea
        size="md"
        label={t('care.cases.note')}
        placeholder={t('care.cases.noteHint')}
        value={settling.note}
        onChange={(event) => settling.write(event.currentTarget.value)}
        maxLength={500}
        classNames={{ input: styles.note ?? '' }}
        rows={1}
        required
        aria-describedby={answerId}
      />
      <div id={answerId} className={styles.answer} role="alert">
        <Answer settling={settling} />
      </div>
      <div className={styles.actions}>
        <Button type="submit" disabled={settling.phase.at === 'saving'}>
          {t(labelOf(settling, action))}
        </Button>
        <Button variant="default" onClick={cancel}>
          {t('care.cases.cancel')}
        </Button>
      </div>
    </form>
  );
}

function meaningOf({ why, kind }: CaseView, action: SettleAction) {
  if (action !== 'accept') return `care.cases.${action}Means` as const;
  if (why === 'review') return 'care.cases.acceptReviewMeans';
  return kind === 'reading' || kind === 'reading-correction'
    ? 'care.cases.acceptMeans'
    : 'care.cases.acceptOtherMeans';
}

function labelOf({ phase }: Settling, action: SettleAction) {
  if (phase.at === 'saving') return 'care.cases.saving';
  return phase.at === 'asking' ? 'care.cases.confirmValue' : (`care.cases.${action}` as const);
}

function Answer({ settling }: { settling: Settling }) {
  const { t, say } = useWords();
  const { phase } = settling;
  if (phase.at === 'not-saved')
    return <Notice tone="refused">{t(`care.cases.notSaved.${phase.reason}`)}</Notice>;
  if (phase.at !== 'blocked' && phase.at !== 'asking') return null;
  return phase.findings.map((finding) => (
    <Notice key={finding.code} tone={severityOf(finding) === 'block' ? 'refused' : 'ask'}>
      {say(finding)}
    </Notice>
  ));
}
