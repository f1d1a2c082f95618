import type { PaymentPayload } from '../../shared/model/payment';
import type { Submission } from '../../shared/model/submission';
import { readingSubmission } from './submission';
import type { WorldAccount, WorldDevice } from './world';

interface Made {
  device: Pick<WorldDevice, 'id'>;
  capturedAt: string;
  staffId?: string;
}

/** Cash for the account's one invoice, as a counter writes it down. */
export function paymentOf(
  account: WorldAccount,
  made: Made,
  changed: Partial<PaymentPayload> = {},
): Submission {
  const { amountBani = 4_200 } = changed;
  const payload = {
    accountId: account.id,
    allocations: [{ invoiceId: `invoice-${account.id}`, amountBani }],
    amountBani,
    method: 'cash',
    tenderedBani: null,
    terminalReference: null,
    ...changed,
  };
  return readingSubmission({ ...made, account, index: 0 }, { kind: 'payment', payload });
}

/** The payment is taken back. */
export function reversalOf({ id, onBehalfOf }: Submission, made: Made): Submission {
  const account = { id: onBehalfOf ?? '', meterId: '' };
  const payload = { paymentId: id, note: 'sumă greșită' };
  return readingSubmission({ ...made, account, index: 0 }, { kind: 'payment-reversal', payload });
}
