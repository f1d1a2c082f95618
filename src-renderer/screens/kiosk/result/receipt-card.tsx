import { formatReceiptNumber } from '../../../../shared/receipt-number';
import { useWords } from '../../../text/use-words';
import { QrCode } from '../../slip/codes';
import styles from './result.module.css';

/** The number to keep, in groups of four, and as a code for a phone's camera or a counter's scanner. */
export function ReceiptCard({ receiptNumber }: { receiptNumber: string }) {
  const { t } = useWords();
  return (
    <section className={styles.receipt} aria-label={t('visit.result.number')}>
      <QrCode text={receiptNumber} className={styles.qr} alt="" />
      <div className={styles.receiptWords}>
        <p className={styles.label}>{t('visit.result.number')}</p>
        <p className={styles.number}>{formatReceiptNumber(receiptNumber)}</p>
        <p className={styles.quiet}>{t('visit.result.numberHint')}</p>
      </div>
    </section>
  );
}
