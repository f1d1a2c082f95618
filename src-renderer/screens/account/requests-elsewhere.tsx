import type { Account } from '../../../shared/model/account';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { CaseWord } from '../cases/case-word';
import { deviceWord } from '../cases/device-word';
import { useLive } from '../data-context';
import { reasonsIn } from '../entry/submission-words';
import styles from './account-details.module.css';

/** What the customer asked for at a kiosk or another counter, and nobody has dealt with. */
export function RequestsElsewhere({ account }: { account: Account }) {
  const { t } = useWords();
  const requests = (useLive('cases', null) ?? []).filter((one) => isOf(account, one));
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title" className={styles.title}>
        {t('desk.account.elsewhere')}
      </h2>
      <ul className={styles.requests}>
        {requests.map((request) => (
          <li key={request.submissionId}>
            <Request request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Request({ request }: { request: CaseView }) {
  const words = useWords();
  const { t, format } = words;
  const { why, findings } = request;
  const reasons = why === 'review' ? [] : reasonsIn(words, { state: why, findings, review: false });
  return (
    <>
      <p className={styles.line}>
        <strong>{t(`care.kinds.${request.kind}`)}</strong>
        <CaseWord of={request} />
      </p>
      {reasons.length > 0 && <p>{reasons.join(' ')}</p>}
      <p className={styles.soft}>
        {deviceWord(t, request)}, {format.moment(request.at)}
      </p>
    </>
  );
}

const isOf = ({ id }: Account, { accountId, kind, own }: CaseView): boolean =>
  !own && accountId === id && (kind === 'registration' || kind === 'contact-change');
