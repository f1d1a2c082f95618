import type { z } from 'zod';
import { DayClosedPayload, DrawerOpenedPayload } from '../../shared/model/cash-drawer';
import { ContactChangePayload, EmailSlipPayload, RegistrationPayload } from '../../shared/model/customer';
import { DecisionPayload, ReadingCorrectionPayload } from '../../shared/model/decision';
import { PaymentPayload, PaymentReversalPayload } from '../../shared/model/payment';
import { ReadingPayload, type Submission } from '../../shared/model/submission';

/** What the payload of a submission has to look like before anything is decided; null: every object is taken. */
export function payloadSchema({ kind, payload }: Submission): z.ZodType | null {
  switch (kind) {
    case 'reading':
      return ReadingPayload;
    case 'reading-correction':
      return ReadingCorrectionPayload;
    case 'decision':
      return DecisionPayload;
    case 'payment':
      return PaymentPayload;
    case 'payment-reversal':
      return PaymentReversalPayload;
    case 'registration':
      return RegistrationPayload;
    case 'contact-change':
      return ContactChangePayload;
    case 'note':
      return payload.event === 'email-slip' ? EmailSlipPayload : null;
    case 'cash-drawer':
      if (payload.event === 'drawer-opened') return DrawerOpenedPayload;
      return payload.event === 'day-closed' ? DayClosedPayload : null;
    default:
      return null;
  }
}
