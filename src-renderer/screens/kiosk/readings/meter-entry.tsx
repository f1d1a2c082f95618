import { useRef, useState } from 'react';
import type { Account } from '../../../../shared/model/account';
import type { MeterView } from '../../../data/account-view';
import { useWords } from '../../../text/use-words';
import { useEntry } from '../../entry/use-entry';
import { useKiosk } from '../navigation';
import { KioskScreen } from '../parts/kiosk-screen';
import { ConfirmScreen } from './confirm-screen';
import { EntryScreen } from './entry-screen';
import { PastMonths } from './past-months';
import styles from './readings.module.css';
import { useShortEntry } from './use-short-entry';

interface MeterEntryProps {
  account: Account;
  view: MeterView;
  historyReady: boolean;
  back?: () => void;
}

/** One *Index nou*: typed, confirmed on a screen of its own when it is unusual, saved, and told what becomes of it. */
export function MeterEntry({ account, view, historyReady, back }: MeterEntryProps) {
  const { t, say, format } = useWords();
  const { go } = useKiosk();
  const [pastShown, showPast] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { digits } = view.meter;
  const entry = useEntry({
    accountId: account.id,
    view,
    field,
    whenSaved: (submission) => go({ at: 'result', submission, digits }),
  });
  const short = useShortEntry({ accountId: account.id, meterId: view.meter.id, digits, entry });
  if (pastShown) {
    return (
      <KioskScreen
        key="past"
        title={t('visit.meter.pastTitle')}
        subtitle={t('visit.meter.title', { serial: view.meter.serial })}
        back={() => showPast(false)}
      >
        <div className={styles.told}>
          <PastMonths view={view} historyReady={historyReady} />
        </div>
      </KioskScreen>
    );
  }
  const { phase } = entry;
  const index = format.register(Number(entry.value), digits);
  const asked = format.registerM3(Number(entry.value), digits);
  if (phase.at === 'asking') {
    return (
      <ConfirmScreen
        key="confirm"
        index={asked}
        questions={phase.findings.map(say)}
        yes={() => void entry.confirm()}
        no={entry.correct}
      />
    );
  }
  if (short.asked) {
    const typed = entry.value.length;
    return (
      <ConfirmScreen
        key="short"
        index={asked}
        questions={[t('visit.meter.short', { typed, digits, index })]}
        yes={short.yes}
        no={short.no}
      />
    );
  }
  return (
    <EntryScreen
      key="entry"
      entry={entry}
      save={() => void short.save()}
      checking={short.checking}
      view={view}
      field={field}
      showPast={() => showPast(true)}
      {...(back ? { back } : {})}
    />
  );
}
