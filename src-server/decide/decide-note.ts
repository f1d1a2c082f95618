import { EmailSlipPayload } from '../../shared/model/customer';
import { mailSlip } from '../customers/mail-slip';
import { type Decide, decisionOf } from './decision';

/** A remark is kept as it is; one of them asks for a slip by e-mail. */
export const decideNote: Decide = async (tx, { submission, receivedAt }, account) => {
  const asked = EmailSlipPayload.safeParse(submission.payload).data;
  if (!asked) return decisionOf([], submission);
  if (!account) return decisionOf([{ code: 'unknown-account' }], submission);
  const found = await mailSlip(tx, { asked, submission, account, now: receivedAt });
  return decisionOf(found ? [] : [{ code: 'not-decidable' }], submission);
};
