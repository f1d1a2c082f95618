import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { addMonths, periodOfDay } from '../../../shared/metering/period';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import entry from '../entry/entry.module.css';
import styles from './cases.module.css';
import type { Settling } from './use-settling';

interface CorrectedValueProps {
  of: CaseView;
  settling: Settling;
  answerId: string;
}

/** Registers are at most this wide where the meter itself is not here to say. */
const widestRegister = 8;
const spareDigits = 1;

/** The month, and the yellow field for the supervisor's own value. */
export function CorrectedValue({ of, settling, answerId }: CorrectedValueProps) {
  const { t } = useWords();
  const fieldId = useId();
  const account = useLive('account', { accountId: of.accountId ?? '' });
  const digits = account?.meters.find(({ meter }) => meter.id === of.meterId)?.meter.digits ?? widestRegister;
  const room = digits + spareDigits;
  return (
    <div className={styles.value}>
      <span className={styles.valueField}>
        <label className={styles.valueLabel} htmlFor={fieldId}>
          {t('care.cases.newIndex')}
        </label>
        <span className={entry.fieldBox}>
          <input
            id={fieldId}
            className={entry.field}
            style={{ width: `calc(${room} * 1ch + 56px)` }}
            value={settling.value}
            onChange={(event) => settling.type(event.currentTarget.value.replaceAll(/\D/g, ''))}
            maxLength={room}
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={answerId}
            aria-invalid={settling.phase.at === 'blocked' || undefined}
          />
          <span className={entry.unit}>m³</span>
        </span>
      </span>
      <MonthChoice of={of} settling={settling} />
    </div>
  );
}

const offeredMonths = 4;

/** Fixed where the index has a month; what lay in no window is given one. */
function MonthChoice({ of, settling }: { of: CaseView; settling: Settling }) {
  const { t, format } = useWords();
  if (of.period !== null) {
    return (
      <span className={styles.valueField}>
        <span className={styles.valueLabel}>{t('care.cases.month')}</span>
        <span className={styles.monthOf}>{format.month(of.period)}</span>
      </span>
    );
  }
  const latest = periodOfDay(of.at);
  const months = Array.from({ length: offeredMonths }, (_, back) => addMonths(latest, -back));
  return (
    <NativeSelect
      className={styles.valueField}
      label={t('care.cases.month')}
      size="md"
      styles={{ input: { height: 56 } }}
      value={settling.period}
      onChange={(event) => settling.choosePeriod(event.currentTarget.value)}
      data={months.map((period) => ({ value: period, label: format.month(period) }))}
    />
  );
}
