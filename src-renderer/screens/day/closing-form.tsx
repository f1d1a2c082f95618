import { Button } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import type { DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { MoneyInput } from '../parts/money-input';
import { onEscape } from '../parts/on-escape';
import styles from './day.module.css';
import type { useClosing } from './use-closing';

interface ClosingFormProps {
  day: DayView;
  closing: ReturnType<typeof useClosing>;
  /** Somebody asked for another count, and may think better of it. */
  cancel?: () => void;
}

/** The cash is counted, where there is any; then the day is closed. */
export function ClosingForm({ day, closing, cancel }: ClosingFormProps) {
  const { t } = useWords();
  const { counted, type, phase, submit } = closing;
  const { toCount } = day.drawer;
  const words = phase.at === 'closing' ? 'closing' : day.closings.length > 0 ? 'closeAgain' : 'close';
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(cancel)} noValidate>
      <div className={styles.line}>
        {toCount && (
          <MoneyInput
            label={t('desk.closing.counted')}
            value={counted}
            onChange={(event) => type(event.currentTarget.value)}
            autoFocus={cancel !== undefined}
            data-first
            aria-describedby="count-what"
            aria-invalid={phase.at === 'not-counted' || undefined}
          />
        )}
        <Button
          type="submit"
          size="md"
          variant={day.waiting > 0 ? 'default' : 'filled'}
          leftSection={<IconCalendarCheck size={20} stroke={1.5} aria-hidden />}
          {...busyIf(phase.at === 'closing')}
        >
          {t(`care.day.${words}`)}
        </Button>
        {cancel && (
          <Button variant="subtle" size="md" onClick={cancel}>
            {t('desk.closing.cancel')}
          </Button>
        )}
      </div>
      {toCount && (
        <p id="count-what" className={styles.soft}>
          {t('desk.closing.countWhat')}
        </p>
      )}
    </form>
  );
}
