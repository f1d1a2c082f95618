import { Button } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { MoneyInput } from '../parts/money-input';
import { Notice } from '../parts/notice';
import { onEscape } from '../parts/on-escape';
import styles from './day.module.css';
import { type OpeningPhase, useOpening } from './use-opening';

interface OpenDrawerProps {
  day: DayView;
  opened: () => void;
}

/** The amount with which the day begins. */
export function OpenDrawer({ day, opened }: OpenDrawerProps) {
  const { t } = useWords();
  const [wanted, setWanted] = useState(false);
  const { closings, moneySinceClosed, drawer } = day;
  const wasClosed = closings.length > 0; // opening is still possible, but nobody waits for it
  if (wasClosed && !wanted) {
    return (
      <>
        {moneySinceClosed ? (
          <Notice tone="ask">{t('desk.drawer.afterClosing')}</Notice>
        ) : (
          <Closed day={day} />
        )}
        <Button variant="default" className={styles.start} onClick={() => setWanted(true)}>
          {t('desk.drawer.openAgain')}
        </Button>
      </>
    );
  }
  const late = wasClosed ? moneySinceClosed : drawer.takings.length > 0;
  return (
    <OpeningForm
      words={late ? (wasClosed ? 'openedAgain' : 'openedLate') : 'notOpened'}
      opened={opened}
      {...(wanted ? { cancel: () => setWanted(false) } : {})}
    />
  );
}

/** Counted, and nothing came into it or out of it since. */
function Closed({ day: { closings } }: { day: DayView }) {
  const { t, format } = useWords();
  const closing = closings.at(-1);
  return closing?.drawer ? <p>{t('desk.drawer.closed', { at: format.clockTime(closing.at) })}</p> : null;
}

interface OpeningFormProps {
  /** Money that was taken before is not part of the amount. */
  words: 'notOpened' | 'openedLate' | 'openedAgain';
  opened: () => void;
  /** Somebody asked for the form, and may think better of it. */
  cancel?: () => void;
}

function OpeningForm({ words, opened, cancel }: OpeningFormProps) {
  const { t } = useWords();
  const answerId = useId();
  const { amount, type, phase, submit } = useOpening(opened);
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(cancel)} noValidate>
      <Notice tone={words === 'notOpened' ? 'inform' : 'ask'}>{t(`desk.drawer.${words}`)}</Notice>
      <div className={styles.line}>
        <MoneyInput
          label={t('desk.drawer.openingAmount')}
          value={amount}
          onChange={(event) => type(event.currentTarget.value)}
          data-first
          autoFocus={cancel !== undefined}
          aria-describedby={answerId}
          aria-invalid={phase.at === 'blocked' || undefined}
        />
        <Button
          type="submit"
          size="md"
          leftSection={<IconCashRegister size={20} stroke={1.5} aria-hidden />}
          {...busyIf(phase.at === 'saving')}
        >
          {t(phase.at === 'saving' ? 'desk.drawer.saving' : 'desk.drawer.open')}
        </Button>
        {cancel && (
          <Button variant="subtle" size="md" onClick={cancel}>
            {t('desk.closing.cancel')}
          </Button>
        )}
      </div>
      <div id={answerId} className={styles.room} role="alert">
        <Answer phase={phase} />
      </div>
    </form>
  );
}

function Answer({ phase }: { phase: OpeningPhase }) {
  const { t, say } = useWords();
  if (phase.at === 'blocked')
    return phase.findings.map((finding) => (
      <Notice key={finding.code} tone="refused">
        {say(finding)}
      </Notice>
    ));
  if (phase.at !== 'not-opened') return null;
  const { reason } = phase;
  return (
    <Notice tone="refused">
      {reason === 'already-open'
        ? t('desk.drawer.notSaved.already-open')
        : t(`care.cases.notSaved.${reason}`)}
    </Notice>
  );
}
