import { Button } from '@mantine/core';
import { IconArrowBackUp, IconBuildingBank, IconCash, IconCreditCard, IconWorld } from '@tabler/icons-react';
import { Fragment, useRef, useState } from 'react';
import { creditIn } from '../../../shared/billing/credit-in';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import type { PaymentView } from '../../data/payment-api';
import { useWords } from '../../text/use-words';
import { StateWord } from '../entry/state-word';
import table from '../parts/table.module.css';
import { CounterSlip, givenBack, paidBy } from '../slip/counter-slip';
import styles from './billing.module.css';
import { ReversalForm } from './reversal-form';

const methodIcons = {
  cash: IconCash,
  card: IconCreditCard,
  transfer: IconBuildingBank,
  online: IconWorld,
};

/** One payment; one taken at a counter can be taken back. */
export function PaymentRow({ payment }: { payment: PaymentView }) {
  const { t, format } = useWords();
  const [reversing, setReversing] = useState(false);
  const row = useRef<HTMLTableRowElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  const Icon = methodIcons[payment.method];
  const { receiptNumber, reversible, reversedAt, submission, reversal } = payment;
  return (
    <>
      <tr ref={row} tabIndex={-1} className={reversedAt ? styles.reversed : undefined}>
        <td className={table.keep}>{format.moment(payment.paidAt)}</td>
        <td>
          <span className={styles.state}>
            <Icon size={20} stroke={1.75} aria-hidden />
            {t(`counter.payments.methods.${payment.method}`)}
            {submission?.taken?.terminalReference && ` · ${submission.taken.terminalReference}`}
          </span>
        </td>
        <td className={table.keep}>{formatReceiptNumber(receiptNumber)}</td>
        <td>
          <PaidFor payment={payment} />
        </td>
        <td className={table.figure}>{format.money(payment.amountBani)}</td>
        <td className={styles.act}>
          {submission && <CounterSlip submission={submission} more={paidBy(payment)} />}
          {reversal && (
            <CounterSlip submission={reversal} more={givenBack(payment)} label={t('desk.reversalSlip')} />
          )}
          {reversible && !reversedAt && (
            <Button
              ref={begin}
              variant="subtle"
              size="compact-md"
              aria-expanded={reversing}
              onClick={() => setReversing(!reversing)}
            >
              {t('counter.payments.reverse')}
            </Button>
          )}
        </td>
      </tr>
      {reversing && !reversedAt && (
        <tr>
          <td colSpan={6} className={styles.detail}>
            <ReversalForm
              payment={payment}
              cancel={() => {
                setReversing(false);
                begin.current?.focus();
              }}
              done={() => {
                setReversing(false);
                row.current?.focus();
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** Which invoices it pays, what of it is a credit, and what became of it. */
function PaidFor({ payment }: { payment: PaymentView }) {
  const { t, format } = useWords();
  const { allocations, reversedAt, submission, reversal } = payment;
  const pending = reversal ?? submission;
  const creditBani = creditIn(payment);
  const parts = allocations.map(({ invoiceNumber }) => invoiceNumber);
  if (creditBani > 0) parts.push(`${t('counter.payments.credit')} ${format.money(creditBani)}`);
  return (
    <>
      {reversedAt ? (
        <span className={styles.state} data-state="overdue">
          <IconArrowBackUp size={20} stroke={1.75} aria-hidden />
          {t('counter.payments.reversed', { at: format.moment(reversedAt) })}
        </span>
      ) : (
        parts.map((part, place) => (
          <Fragment key={part}>
            {place > 0 && ', '}
            <span className={table.keep}>{part}</span>
          </Fragment>
        ))
      )}
      {pending && pending.state !== 'received' && (
        <span className={styles.pending}>
          <StateWord state={pending.state} />
        </span>
      )}
    </>
  );
}
