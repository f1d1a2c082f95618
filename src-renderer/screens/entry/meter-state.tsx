import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { MeterView } from '../../data/account-view';
import type { CaseView } from '../../data/settling-api';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { deviceWord } from '../cases/device-word';
import { useLive } from '../data-context';
import { CounterEmail } from '../slip/counter-email';
import { CounterSlip } from '../slip/counter-slip';
import styles from './entry.module.css';
import { SettledLine } from './settled-line';
import { StateWord } from './state-word';
import { reasonsIn, submissionWords } from './submission-words';

interface MeterStateProps {
  view: MeterView;
  /** Saved just now, should the live view not have it yet. */
  saved: SubmissionView | null;
  /** Whether an index can be sent now at all. */
  open: boolean;
}

/** What stands for this month and what became of what was sent here. */
export function MeterState({ view, saved, open }: MeterStateProps) {
  const newest = newestOf(view, saved);
  const standing = view.currentSubmission;
  const held = useHeldElsewhere(view);
  return (
    <div className={styles.state} role="status">
      {newest && <OwnState key={newest.id} submission={newest} digits={view.meter.digits} />}
      {standing && newest && standing.id !== newest.id && (
        <OwnState key={standing.id} submission={standing} digits={view.meter.digits} />
      )}
      {!standing && view.current && view.current.submissionId !== newest?.id && (
        <ElsewhereState view={view} />
      )}
      {held.map((one) => (
        <HeldElsewhere key={one.submissionId} held={one} digits={view.meter.digits} />
      ))}
      {open && !view.current && !newest && held.length === 0 && <NothingYet view={view} />}
    </div>
  );
}

/** This device's latest submission for the open window, or one that still asks for a look. */
function newestOf(view: MeterView, saved: SubmissionView | null): SubmissionView | null {
  const [latest] = view.submissions;
  const newest = saved && (!latest || latest.capturedAt < saved.capturedAt) ? saved : latest;
  if (!newest) return null;
  const ofThisMonth = newest.period !== null && newest.period === view.window?.period;
  return ofThisMonth || newest.state !== 'received' ? newest : null;
}

function OwnState({ submission, digits }: { submission: SubmissionView; digits: number }) {
  const words = useWords();
  const { t, format } = words;
  const status = useLive('status', null);
  const offline = status?.connection.state === 'offline';
  const { state, index, capturedAt, receiptNumber } = submission;
  const reasons = reasonsIn(words, submission);
  const saysAll = state === 'held' && reasons.length > 0; // the reason ends with who decides
  return (
    <div className={styles.told}>
      <p className={styles.facts}>
        <StateWord state={state} />
        {index !== null && <span>{format.registerM3(index, digits)}</span>}
        <span>{format.moment(capturedAt)}</span>
        {state !== 'received' && <Receipt number={receiptNumber} />}
      </p>
      <div className={styles.saysLine}>
        <p className={styles.says}>
          {[...(saysAll ? [] : [submissionWords(t, submission, offline)]), ...reasons].join(' ')}
          <SettledLine submission={submission} />
        </p>
        <div className={styles.slips}>
          <CounterSlip submission={submission} more={{ digits }} />
          <CounterEmail submission={submission} />
        </div>
      </div>
    </div>
  );
}

/** As it stands on the customer's slip. */
function Receipt({ number }: { number: string }) {
  const { t } = useWords();
  return <span>{t('counter.submission.receipt', { receipt: formatReceiptNumber(number) })}</span>;
}

/** Of this month, sent from another device, and nobody has decided on it. */
function useHeldElsewhere({ meter, window }: MeterView): CaseView[] {
  const cases = useLive('cases', null) ?? [];
  return cases.filter(
    ({ why, own, meterId, period }) =>
      why === 'held' && !own && meterId === meter.id && window !== null && period === window.period,
  );
}

function HeldElsewhere({ held, digits }: { held: CaseView; digits: number }) {
  const { t, format } = useWords();
  return (
    <div className={styles.told}>
      <p className={styles.facts}>
        <StateWord state="held" />
        {held.index !== null && <span>{format.registerM3(held.index, digits)}</span>}
        <span>{format.moment(held.at)}</span>
        <Receipt number={held.receiptNumber} />
      </p>
      <p className={styles.says}>{t('counter.meter.heldElsewhere', { device: deviceWord(t, held) })}</p>
    </div>
  );
}

/** A reading that stands for the month but was not sent from this device. */
function ElsewhereState({ view }: { view: MeterView }) {
  const { t, format } = useWords();
  const { current, currentReceipt, meter, window } = view;
  if (!current) return null;
  if (current.source === 'estimate') {
    return (
      <p className={styles.quiet}>
        <IconCircleDashed size={20} aria-hidden />
        {t('counter.meter.estimateStands', {
          month: format.month(current.period),
          index: format.register(current.index, meter.digits),
        })}
        {window && ` ${t('counter.meter.openUntil', { to: format.day(window.to) })}`}
      </p>
    );
  }
  return (
    <p className={styles.facts}>
      <span className={styles.received}>
        <IconCircleCheck size={20} stroke={2} aria-hidden />
        {t('counter.submission.received')}
      </span>
      <span>{format.registerM3(current.index, meter.digits)}</span>
      <span>{format.moment(current.capturedAt)}</span>
      <span>{t(`counter.meter.from.${current.source}`)}</span>
      {currentReceipt && <Receipt number={currentReceipt} />}
    </p>
  );
}

function NothingYet({ view }: { view: MeterView }) {
  const { t, format } = useWords();
  const { window } = view;
  if (!window) return null;
  const month = format.month(window.period);
  return (
    <p className={styles.quiet}>
      <IconCircleDashed size={20} aria-hidden />
      <span>
        {t('counter.meter.nothingSent', { month })}{' '}
        {t('counter.meter.openUntil', { to: format.day(window.to) })}
      </span>
    </p>
  );
}
