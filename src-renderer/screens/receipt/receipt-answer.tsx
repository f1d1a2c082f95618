import { formatReceiptNumber } from '../../../shared/receipt-number';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import { FoundReceipt } from './found-receipt';
import styles from './receipt.module.css';
import type { SoughtReceipt } from './use-receipt';

interface ReceiptAnswerProps {
  receipt: SoughtReceipt;
  open: () => void;
}

/** What a receipt number stands for, or honestly why that is not known. */
export function ReceiptAnswer({ receipt, open }: ReceiptAnswerProps) {
  const { t } = useWords();
  const { answer } = receipt;
  const number = formatReceiptNumber(receipt.number);
  return (
    <section className={styles.answer} role="status" aria-label={t('desk.receipt.label')}>
      {answer.outcome === 'found' ? (
        <FoundReceipt receipt={answer.receipt} open={open} />
      ) : (
        <Notice tone={answer.outcome === 'asking' ? 'inform' : 'ask'}>
          {t(`desk.receipt.${answer.outcome}`, { number })}
        </Notice>
      )}
    </section>
  );
}
