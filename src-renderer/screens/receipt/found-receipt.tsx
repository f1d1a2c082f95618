import { Button } from '@mantine/core';
import { creditIn } from '../../../shared/billing/credit-in';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { AccountView } from '../../data/account-view';
import type { ReceiptView } from '../../data/visit-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { StateWord } from '../entry/state-word';
import { reasonsIn } from '../entry/submission-words';
import styles from './receipt.module.css';

interface FoundReceiptProps {
  receipt: ReceiptView;
  open: () => void;
}

/** What was recorded, whose it is, when, where, and how far it has come. */
export function FoundReceipt({ receipt, open }: FoundReceiptProps) {
  const words = useWords();
  const { t, format } = words;
  const inAdvance = useInAdvance(receipt);
  const reasons = reasonsIn(words, { ...receipt, review: false });
  const account = useLive('account', { accountId: receipt.accountId ?? '' });
  const newer = gaveWay(receipt, account);
  return (
    <>
      <p className={styles.head}>
        <strong>{formatReceiptNumber(receipt.receiptNumber)}</strong>
        <StateWord state={receipt.state} />
      </p>
      <dl className={styles.facts}>
        <Fact name={t(`care.kinds.${receipt.kind}`)} value={useFigure(receipt)} />
        {inAdvance !== null && <Fact name={t('desk.receipt.inAdvance')} value={inAdvance} />}
        <Fact name={t('desk.receipt.when')} value={format.moment(receipt.capturedAt)} />
        <Fact name={t('desk.receipt.device')} value={receipt.deviceName ?? t('desk.receipt.here')} />
        {receipt.accountId !== null && account !== undefined && (
          <Fact
            name={t('desk.receipt.account')}
            value={account ? whose(account) : t('desk.receipt.noAccount')}
          />
        )}
      </dl>
      {newer && <p>{t(`desk.receipt.${newer}`)}</p>}
      {reasons.length > 0 && <p>{reasons.join(' ')}</p>}
      {account && (
        <p className={styles.open}>
          <Button variant="default" onClick={open} rightSection={<kbd>⏎</kbd>}>
            {t('desk.receipt.open')}
          </Button>
        </p>
      )}
    </>
  );
}

/** To what it gave way when it holds no more, as far as that is known here. */
function gaveWay({ kind, state }: ReceiptView, account: AccountView | null | undefined) {
  if (state !== 'superseded') return null;
  if (kind === 'reading') return 'gaveWayReading';
  if (kind !== 'registration' && kind !== 'contact-change') return null;
  return account?.account.registered ? 'gaveWay' : 'holdsNoMore'; // a login may have been ended without another
}

/** The index with its month, or the amount, below zero where it was given back; a registration has neither. */
function useFigure({ kind, index, period, amountBani }: ReceiptView): string {
  const { format } = useWords();
  if (amountBani !== null) return format.money(kind === 'payment-reversal' ? -amountBani : amountBani);
  if (index === null) return '–';
  return [format.m3(index), period && format.month(period)].filter(Boolean).join(' · ');
}

/** What of a payment pays no invoice, where the payment is held here; null: nothing. */
function useInAdvance({ accountId, submissionId }: ReceiptView): string | null {
  const { format } = useWords();
  const payments = useLive('payments', { accountId: accountId ?? '' });
  const payment = payments?.find(({ id }) => id === submissionId);
  const creditBani = payment ? creditIn(payment) : 0;
  return creditBani > 0 ? format.money(creditBani) : null;
}

const whose = ({ account }: AccountView): string => `${account.holderName}, ${account.clientCode}`;

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
