import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type Severity, severityOf } from '../../../shared/metering/severity';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { Notice, type NoticeTone } from '../parts/notice';
import { ConfirmActions } from './confirm-actions';
import styles from './entry.module.css';
import type { Entry } from './use-entry';
import { useSaidFindings } from './use-said-findings';

const tones: Record<Severity, NoticeTone> = {
  block: 'refused',
  confirm: 'ask',
  hold: 'ask',
  inform: 'inform',
};

interface EntryAnswerProps {
  id: string;
  entry: Entry;
  /** An index for this month was sent before: saving changes it. */
  changes: boolean;
}

/** What the rules say, and the buttons, in room that is kept for them: nothing moves when a sentence appears. */
export function EntryAnswer({ id, entry, changes }: EntryAnswerProps) {
  const { t } = useWords();
  const panel = useRef<HTMLFieldSetElement>(null);
  const { phase } = entry;
  const asking = phase.at === 'asking';
  useEffect(() => {
    if (asking) panel.current?.focus();
  }, [asking]);
  return (
    <fieldset
      ref={panel}
      className={styles.answer}
      data-phase={phase.at}
      tabIndex={-1}
      aria-describedby={id}
      onKeyDown={(event) => event.key === 'Escape' && asking && entry.correct()}
    >
      <div id={id} className={styles.findings} aria-live="assertive">
        <Findings entry={entry} />
      </div>
      {asking ? (
        <ConfirmActions entry={entry} />
      ) : (
        <div className={styles.actions}>
          <Button
            variant={changes && !entry.dirty ? 'default' : 'filled'}
            type="submit"
            size="md"
            {...busyIf(phase.at === 'saving')}
            rightSection={<kbd>⏎</kbd>}
          >
            {t(
              phase.at === 'saving'
                ? 'counter.meter.saving'
                : changes
                  ? 'counter.meter.change'
                  : 'counter.meter.save',
            )}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Findings({ entry }: { entry: Entry }) {
  const { t, say } = useWords();
  const { phase } = entry;
  const findings = useSaidFindings(entry);
  if (phase.at === 'not-saved') {
    return <Notice tone="refused">{t(`counter.meter.notSaved.${phase.reason}`)}</Notice>;
  }
  return findings.map((finding) => (
    <Notice key={finding.code} tone={tones[severityOf(finding)]}>
      {say(finding)}
    </Notice>
  ));
}
