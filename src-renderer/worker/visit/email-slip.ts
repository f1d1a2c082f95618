import type { EmailSlipPayload } from '../../../shared/model/customer';
import type { Language } from '../../../shared/model/primitives';
import type { NotSavedReason } from '../../data/submission-view';
import type { SlipOf } from '../../data/visit-api';
import { recordFor } from '../own/record-for';
import { accountIdOf } from '../views/submission-view';
import { isServed } from './author';
import type { VisitDesk } from './visit-desk';

type SlipOutcome = { outcome: 'saved' } | { outcome: 'not-saved'; reason: NotSavedReason };

/** Asks for the slip of something recorded here by e-mail: recorded itself, so that it also works without the server. */
export function emailSlip(desk: VisitDesk, of: SlipOf, language?: Language): Promise<SlipOutcome> {
  return desk.recorder.inTurn(async () => {
    const submissionId = typeof of === 'string' ? of : of.id;
    const accountId = typeof of === 'string' ? accountOf(desk, of) : of.accountId;
    if (accountId === null || !isServed(desk, accountId))
      return { outcome: 'not-saved', reason: 'not-signed-in' };
    const payload: EmailSlipPayload = {
      ...{ event: 'email-slip' as const, accountId, submissionId },
      ...(language ? { language } : {}),
    };
    const capture = desk.clock.capture();
    const asked = { kind: 'note' as const, payload, onBehalfOf: accountId, confirmed: [], capture };
    const { outcome, ...rest } = await recordFor(desk, asked);
    return 'reason' in rest ? { outcome: 'not-saved', reason: rest.reason } : { outcome: 'saved' };
  });
}

function accountOf({ ledger }: VisitDesk, submissionId: string): string | null {
  const about = ledger.get(submissionId);
  return about ? accountIdOf(about) : null;
}
