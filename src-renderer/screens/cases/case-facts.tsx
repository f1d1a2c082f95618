import { Link } from '@tanstack/react-router';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import list from '../list/list.module.css';
import { tabFor } from '../tab-for';
import styles from './cases.module.css';
import { deviceWord } from './device-word';

/** Whose meter, which index, and the readings it has to be seen beside. */
export function CaseFacts({ of }: { of: CaseView }) {
  const { t, format } = useWords();
  const { accountId, holderName, period, index } = of;
  const ofIndex = of.kind === 'reading' || of.kind === 'reading-correction';
  return (
    <>
      <h2 className={styles.name}>
        {accountId && holderName ? (
          <Link
            to="/account/$accountId"
            params={{ accountId }}
            search={{ tab: tabFor(of.kind) }}
            className={list.holder}
            title={t('counter.list.open')}
          >
            {holderName}
          </Link>
        ) : (
          t('care.cases.unknownHolder')
        )}
      </h2>
      <p className={styles.whose}>
        {[
          of.clientCode && `${t('counter.account.clientCode')} ${of.clientCode}`,
          of.meterSerial && t('counter.meter.title', { serial: of.meterSerial }),
          t('counter.submission.receipt', { receipt: formatReceiptNumber(of.receiptNumber) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className={styles.facts}>
        {ofIndex ? (
          <>
            <Fact name={t(`care.kinds.${of.kind}`)} value={index === null ? null : format.m3(index)} />
            <Fact
              name={t('care.cases.month')}
              value={period ? format.month(period) : t('care.cases.noMonth')}
            />
          </>
        ) : (
          <Fact name={t('care.cases.kind')} value={t(`care.kinds.${of.kind}`)} />
        )}
        <Fact
          name={t('care.cases.device')}
          value={[deviceWord(t, of), of.actorName].filter(Boolean).join(', ')}
        />
        <Fact name={t('care.cases.since')} value={format.moment(of.at)} />
      </dl>
      {accountId && of.meterId && <RecentReadings of={of} accountId={accountId} />}
    </>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value ?? '–'}</dd>
    </div>
  );
}

const shownMonths = 4;

/** What the case is seen beside: where it was made its own index is laid over them, though it does not count. */
function RecentReadings({ of, accountId }: { of: CaseView; accountId: string }) {
  const { t, format } = useWords();
  const meter = useLive('account', { accountId })?.meters.find((view) => view.meter.id === of.meterId);
  const counted = meter?.months.filter(
    ({ submissionId }) => of.why === 'review' || submissionId !== of.submissionId,
  );
  const months = counted?.slice(-shownMonths) ?? [];
  if (months.length === 0) return null;
  return (
    <dl className={styles.recent} aria-label={t('care.cases.recent')}>
      {months.map(({ period, index, consumptionM3 }) => (
        <div key={period}>
          <dt>{format.month(period)}</dt>
          <dd>
            {format.m3(index)}
            <span className={styles.used}>
              {consumptionM3 === null ? '' : `+${format.number(consumptionM3)}`}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
