import { type FormEvent, useId, useRef } from 'react';
import type { Account } from '../../../shared/model/account';
import type { MeterView } from '../../data/account-view';
import { useWords } from '../../text/use-words';
import styles from './entry.module.css';
import { EntryAnswer } from './entry-answer';
import { nextIndexField } from './focus-index-field';
import { IndexField } from './index-field';
import { MeterState } from './meter-state';
import { PreviousIndex } from './previous-index';
import { type Entry, useEntry } from './use-entry';

interface EntryFormProps {
  account: Account;
  view: MeterView;
}

export function EntryForm({ account, view }: EntryFormProps) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const answerId = useId();
  const goOn = () => {
    const next = field.current && nextIndexField(field.current);
    next?.focus();
    next?.select();
    if (!next) field.current?.select();
  };
  const entry = useEntry({ accountId: account.id, view, field, whenSaved: goOn });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entry.phase.at !== 'asking') void entry.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <PreviousIndex view={view} />
      <div className={styles.row}>
        <label className={styles.label} htmlFor={`${answerId}-field`}>
          {t('counter.meter.new')}
          <Month view={view} />
        </label>
        <IndexField
          id={`${answerId}-field`}
          field={field}
          answerId={answerId}
          entry={entry}
          digits={view.meter.digits}
        />
      </div>
      <Consumption entry={entry} view={view} />
      <EntryAnswer
        id={answerId}
        entry={entry}
        changes={view.current !== null && view.current.source !== 'estimate'}
      />
      <MeterState view={view} saved={entry.saved} open />
    </form>
  );
}

function Month({ view }: { view: MeterView }) {
  const { format } = useWords();
  return <span className={styles.when}>{view.window && format.month(view.window.period)}</span>;
}

/** What the entry means in water, while it is being typed. */
function Consumption({ entry, view }: { entry: Entry; view: MeterView }) {
  const { t, format } = useWords();
  const { usualM3 } = view.meter;
  const standing = view.window && view.months.find(({ period }) => period === view.window?.period);
  const consumption = entry.dirty ? (entry.check?.consumptionM3 ?? null) : (standing?.consumptionM3 ?? null);
  const shown = entry.value === '' ? null : consumption;
  return (
    <p className={styles.row}>
      <span className={styles.label}>{t('counter.meter.consumption')}</span>
      <span className={styles.consumption}>
        <strong>{shown === null ? '–' : format.m3(shown)}</strong>
        <span className={styles.usual}>
          (
          {usualM3 === null
            ? t('counter.meter.usuallyUnknown')
            : t('counter.meter.usually', { usual: format.number(usualM3) })}
          )
        </span>
      </span>
    </p>
  );
}
