import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { creditIn } from '../../../shared/billing/credit-in';
import type { SlipFacts } from '../../../shared/slip/slip';
import type { PaymentView } from '../../data/payment-api';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { tell } from '../parts/tell';
import { usePlace } from '../shell/place';
import { slipFactsOf } from './slip-facts';
import { usePrintSlip } from './use-print-slip';

/** How a payment was made, for which invoices, and whether it still stands. */
export const paidBy = (payment: PaymentView) => {
  const { method, allocations, reversedAt, submission } = payment;
  return {
    method,
    invoiceNumbers: allocations.map(({ invoiceNumber }) => invoiceNumber),
    reversedAt,
    terminalReference: submission?.taken?.terminalReference,
    tenderedBani: submission?.taken?.tenderedBani,
    leftToPay: reversedAt
      ? []
      : allocations.flatMap(({ invoiceNumber, leftBani }) => (leftBani ? [{ invoiceNumber, leftBani }] : [])),
    creditBani: creditIn(payment),
  };
};

/** What a reversal gives back, and of which payment. */
export const givenBack = ({ amountBani, receiptNumber, method, allocations, submission }: PaymentView) => ({
  amountBani,
  reverses: receiptNumber,
  terminalReference: submission?.taken?.terminalReference,
  method,
  invoiceNumbers: allocations.map(({ invoiceNumber }) => invoiceNumber),
});

interface CounterSlipProps {
  submission: SubmissionView;
  /** What a submission does not know of itself. */
  more?: Partial<SlipFacts> | undefined;
  label?: string | undefined;
}

/** `[Bon]` beside something recorded: prints its slip as things stand now. */
export function CounterSlip({ submission, more = {}, label }: CounterSlipProps) {
  const office = usePlace();
  const device = useLive('device', null);
  const name = device?.state === 'ready' ? device.device.name : null;
  const facts = slipFactsOf(submission, { ...more, office, device: name });
  return facts && <SlipButton facts={facts} label={label} />;
}

function SlipButton({ facts, label }: { facts: SlipFacts; label: string | undefined }) {
  const { t } = useWords();
  const { state, print, sheet } = usePrintSlip(facts);
  const tellOutcome = useEffectEvent((outcome: typeof state) => {
    if (outcome === 'idle' || outcome === 'printing' || outcome === 'dialogue') return;
    tell(t, {
      color: outcome === 'printed' ? 'green' : 'red',
      message: t(`slip.print.${outcome}`),
    });
  });
  useEffect(() => tellOutcome(state), [state]);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconReceipt size={16} stroke={1.75} aria-hidden />}
        disabled={state === 'printing'}
        onClick={() => void print()}
      >
        {label ?? t('desk.slip')}
      </Button>
      {sheet}
    </>
  );
}
