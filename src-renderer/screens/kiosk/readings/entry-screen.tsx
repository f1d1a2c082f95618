import { IconChartBar } from '@tabler/icons-react';
import { type ComponentProps, type RefObject, useId } from 'react';
import { severityOf } from '../../../../shared/metering/severity';
import type { MeterView } from '../../../data/account-view';
import { useWords } from '../../../text/use-words';
import type { Entry } from '../../entry/use-entry';
import { useSaidFindings } from '../../entry/use-said-findings';
import { BigButton } from '../parts/big-button';
import { Keypad } from '../parts/keypad';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { MeterPicture } from './meter-picture';
import { PastIndexes } from './past-indexes';
import styles from './readings.module.css';
import { RegisterField } from './register-field';
import { useRegisterKeys } from './use-register-keys';

interface EntryScreenProps {
  entry: Entry;
  save: () => void;
  /** Whether it can be saved is being found out. */
  checking: boolean;
  view: MeterView;
  field: RefObject<HTMLInputElement | null>;
  showPast: () => void;
  back?: () => void;
}

/** What the meter shows: its picture, what it showed, the yellow field with a place for each digit, and the keys. */
export function EntryScreen({ entry, save, checking, view, field, showPast, back }: EntryScreenProps) {
  const { t, format } = useWords();
  const { meter, window } = view;
  const keys = useRegisterKeys(entry, meter.digits);
  const saidId = useId();
  const changes = view.current !== null && view.current.source !== 'estimate';
  const said = useSaid(entry, view, changes);
  const month = window ? format.month(window.period) : '';
  return (
    <KioskScreen
      title={t('visit.meter.question')}
      subtitle={t('visit.meter.serial', { serial: meter.serial, month })}
      primary={{
        label: t(changes ? 'visit.meter.change' : 'visit.meter.save'),
        onPress: save,
        busy: checking || entry.phase.at === 'saving',
        disabled: changes && !entry.dirty,
      }}
      spoken={said?.words}
      beside={<Keypad onDigit={keys.type} onErase={keys.erase} onClear={keys.clear} />}
      {...(back ? { back } : {})}
    >
      <div className={styles.entry}>
        <div className={styles.before}>
          <MeterPicture digits={meter.digits} />
          <div className={styles.column}>
            <PastIndexes view={view} />
            <BigButton
              label={t('visit.meter.past')}
              icon={<IconChartBar size={32} aria-hidden />}
              onPress={showPast}
            />
          </div>
        </div>
        <RegisterField entry={entry} keys={keys} digits={meter.digits} field={field} saidId={saidId} />
        <Consumption entry={entry} view={view} />
        <div id={saidId} className={styles.said} aria-live="polite">
          {said && <KioskNotice tone={said.tone}>{said.words}</KioskNotice>}
        </div>
      </div>
    </KioskScreen>
  );
}

/** What the entry means in water, while it is being typed. */
function Consumption({ entry, view }: { entry: Entry; view: MeterView }) {
  const { t, format } = useWords();
  const standing = view.months.find(({ period }) => period === view.window?.period);
  const m3 = entry.dirty ? entry.check?.consumptionM3 : standing?.consumptionM3;
  const { usualM3 } = view.meter;
  return (
    <p className={styles.consumption}>
      {t('visit.meter.consumption')}: <strong>{m3 == null ? '–' : format.m3(m3)}</strong>
      {usualM3 !== null && (
        <span className={styles.quiet}> ({t('visit.meter.usual', { usual: format.number(usualM3) })})</span>
      )}
    </p>
  );
}

const tones = { block: 'refused', confirm: 'ask', hold: 'ask', inform: 'inform' } as const;

/** What the rules or the saving say; until then, that a value sent before may still be changed. */
function useSaid(entry: Entry, view: MeterView, changes: boolean): Said | null {
  const { t, sayDecided, format } = useWords();
  const [finding] = useSaidFindings(entry);
  const { phase } = entry;
  if (phase.at === 'not-saved') return { tone: 'refused', words: t(`visit.notSaved.${phase.reason}`) };
  if (finding) return { tone: tones[severityOf(finding)], words: sayDecided(finding) };
  if (!changes || entry.dirty || !view.current || !view.window) return null;
  const index = format.register(view.current.index, view.meter.digits);
  return {
    tone: 'inform',
    words: t('visit.meter.canChange', { index, to: format.day(view.window.to) }),
  };
}

interface Said {
  tone: ComponentProps<typeof KioskNotice>['tone'];
  words: string;
}
