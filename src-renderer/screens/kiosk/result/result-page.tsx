import { useState } from 'react';
import { inOnePiece } from '../../../../shared/text/keep-together';
import type { SubmissionView } from '../../../data/submission-view';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { reasonsForCustomer } from '../../entry/submission-words';
import { slipFactsOf } from '../../slip/slip-facts';
import { useOwnSubmissions } from '../../use-own-submissions';
import { type KioskPlace, useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { ReceiptCard } from './receipt-card';
import styles from './result.module.css';
import { SlipActions } from './slip-actions';
import { StateIcon } from './state-icon';

/** What became of something that was saved here: kept on this device until the server's answer is here, then what it says. */
export function ResultPage({ place }: { place: Extract<KioskPlace, { at: 'result' }> }) {
  const { t } = useWords();
  const { go } = useKiosk();
  const submission = useNow(place.submission);
  const words = useResultWords(submission, place.digits);
  return (
    <KioskScreen
      title={words.title}
      subtitle={words.what}
      back={null}
      live={[...words.reasons, words.next].join(' ')}
      done
      primary={{ label: t('visit.result.more'), onPress: () => go({ at: 'home' }) }}
      below={<ResultActions submission={submission} digits={place.digits} />}
    >
      <div className={styles.result} data-state={submission.state}>
        <StateIcon state={submission.state} />
        <div className={styles.said}>
          {words.reasons.map((reason) => (
            <KioskNotice key={reason} tone={submission.state === 'refused' ? 'refused' : 'ask'}>
              {reason}
            </KioskNotice>
          ))}
          <p className={styles.next}>{words.next}</p>
        </div>
        <ReceiptCard receiptNumber={submission.receiptNumber} />
      </div>
    </KioskScreen>
  );
}

function ResultActions({ submission, digits }: { submission: SubmissionView; digits: number | undefined }) {
  const kiosk = useLive('kiosk', null);
  const device = useLive('device', null);
  const account = useLive('account', { accountId: submission.accountId ?? '' })?.account;
  if (!kiosk || device?.state !== 'ready') return null;
  const facts = slipFactsOf(submission, { office: kiosk.office, device: device.device.name, digits });
  const byEmail = account?.emailKnown ? submission.id : null;
  return facts && <SlipActions facts={facts} emailedAs={byEmail} />;
}

/** As the worker knows it now or last told; what was handed over, until it does. One of an earlier day leaves every list once received. */
function useNow(submission: SubmissionView): SubmissionView {
  const [told, setTold] = useState(submission);
  const now = useOwnSubmissions().find(({ id }) => id === submission.id);
  if (now && now !== told) setTold(now);
  return now ?? (told.id === submission.id ? told : submission);
}

function useResultWords(submission: SubmissionView, digits = 0) {
  const said = useWords();
  const { t, format } = said;
  const offline = useLive('kiosk', null)?.online === false;
  const { state, kind, index, period, meterSerial } = submission;
  const spoken = kind === 'reading' ? 'reading' : 'request';
  const facts = [
    index === null ? null : format.registerM3(index, digits),
    period && inOnePiece(format.month(period)),
    meterSerial && inOnePiece(t('visit.meter.title', { serial: meterSerial })),
  ];
  const byMail = kind === 'registration' && (state === 'received' || state === 'kept' || state === 'sent');
  const next = [
    t(`visit.result.next.${nextWord(state, { offline, spoken })}`),
    byMail ? t(`visit.result.registration.${state === 'received' ? 'received' : 'kept'}`) : null,
  ];
  return {
    title: t(`visit.result.title.${spoken}.${state}`),
    what: facts.filter(Boolean).join(' · ') || undefined,
    next: (byMail && state === 'received' ? next.slice(1) : next).filter(Boolean).join(' '),
    reasons: reasonsForCustomer(said, submission),
  };
}

function nextWord(
  state: SubmissionView['state'],
  { offline, spoken }: { offline: boolean; spoken: 'reading' | 'request' },
) {
  if (state === 'kept' && offline) return 'kept-offline';
  return state === 'superseded' && spoken === 'request' ? 'superseded-request' : state;
}
