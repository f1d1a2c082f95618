import { useEffect, useRef } from 'react';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { SettledLine } from '../entry/settled-line';
import { StateWord } from '../entry/state-word';
import { reasonsIn, submissionWords } from '../entry/submission-words';
import { CounterSlip } from '../slip/counter-slip';
import styles from './account-details.module.css';
import type { MadeRequest } from './contact-form';

/** What was asked here for the customer, and how far each of it has come. */
export function RecordedRequests({
  requests,
  made,
}: {
  requests: SubmissionView[];
  made: readonly MadeRequest[];
}) {
  const { t } = useWords();
  const place = useRef<HTMLElement>(null);
  const newest = made.at(-1)?.submissionId;
  const isHere = requests.some(({ id }) => id === newest);
  useEffect(() => {
    if (newest && isHere) place.current?.scrollIntoView({ block: 'nearest' }); // it is the answer to the button beside it
  }, [newest, isHere]);
  return (
    <section ref={place} aria-labelledby="recorded-title" hidden={requests.length === 0}>
      <h2 id="recorded-title" className={styles.title}>
        {t('desk.account.recorded')}
      </h2>
      <div role="status">
        <ul className={styles.requests}>
          {requests.map((request) => (
            <li key={request.id}>
              <Request
                request={request}
                askedEmail={made.some(
                  ({ submissionId, email }) => submissionId === request.id && email !== null,
                )}
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** @param askedEmail whether it asked for another e-mail address, where that is known: what was recorded is sealed */
function Request({ request, askedEmail }: { request: SubmissionView; askedEmail: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const offline = useLive('status', null)?.connection.state === 'offline';
  const reasons = reasonsIn(words, request);
  return (
    <>
      <p className={styles.line}>
        <strong>{t(`care.kinds.${request.kind}`)}</strong>
        <StateWord state={request.state} />
      </p>
      {reasons.length > 0 ? (
        <p>{reasons.join(' ')}</p>
      ) : (
        request.state !== 'received' && <p>{submissionWords(t, request, offline)}</p>
      )}
      {request.state === 'received' && request.kind === 'registration' && (
        <p>{t('desk.account.registrationLink')}</p>
      )}
      {request.state === 'received' && request.kind === 'contact-change' && askedEmail && (
        <p>{t('desk.account.emailLink')}</p>
      )}
      <div className={styles.line}>
        <p className={styles.soft}>
          <span>{format.moment(request.capturedAt)}</span>
          <span>
            {t('counter.submission.receipt', { receipt: formatReceiptNumber(request.receiptNumber) })}
          </span>
        </p>
        <CounterSlip submission={request} />
      </div>
      <SettledLine submission={request} />
    </>
  );
}
