import { checkContactChange } from '../../../shared/customer/contact-rules';
import { isEmailKnown } from '../../../shared/customer/email-known';
import { plainPhone } from '../../../shared/customer/form-rules';
import type { Finding } from '../../../shared/metering/finding';
import type { Account } from '../../../shared/model/account';
import {
  type ContactChangePayload,
  ContactChangeSecret,
  type CustomerProof,
} from '../../../shared/model/customer';
import type { Language } from '../../../shared/model/primitives';
import type { Submission } from '../../../shared/model/submission';
import type { ContactEntry, FormOutcome } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import type { OwnLedger } from '../own/own-ledger';
import { recordFor } from '../own/record-for';
import { newSubmissionId } from '../reading/make-submission';
import { accountIdOf } from '../views/submission-view';
import { sealed } from './sealed';
import { openSession } from './session-token';
import type { VisitDesk } from './visit-desk';

/** What the rules say to a change of contact details while it is typed. */
export async function checkContactEntry(desk: VisitDesk, entry: ContactEntry): Promise<Finding[]> {
  const { accountId, phone, email, invoiceByEmail, identityDocument } = entry;
  return checkContactChange({
    phone,
    email,
    invoiceByEmail,
    emailKnown: await isEmailKnownHere(desk, accountId),
    identityDocument: isSelfService(desk) ? null : (identityDocument ?? 'not-seen'),
  });
}

/** An address that waits for its link is known, also while the registration that asks for it is still on its way. */
async function isEmailKnownHere(desk: VisitDesk, accountId: string): Promise<boolean> {
  const profile = desk.visit.shown(accountId)?.profile;
  if (profile) return profile.email !== null || profile.unconfirmedEmail !== null;
  const account = await desk.local.get('accounts', accountId);
  if (!account) return false;
  return (
    isEmailKnown(account, desk.clock.now()) ||
    desk.ledger.all.some((submission) => isRegistering(desk.ledger, submission, account))
  );
}

/** A registration made here always gives an address. What was accepted is on its way until the account itself says so. */
function isRegistering(ledger: OwnLedger, submission: Submission, account: Account): boolean {
  if (submission.kind !== 'registration' || accountIdOf(submission) !== account.id) return false;
  const verdict = ledger.verdicts.get(submission.id);
  if (!verdict) return !ledger.isSetAside(submission.id);
  return verdict.outcome === 'accepted' && !verdict.superseded && !account.registered;
}

/** Judges a change and, when nothing stands against it, records it: a customer's by their sign-in, else by a clerk. */
export async function changeContact(
  desk: VisitDesk,
  entry: ContactEntry,
  language?: Language,
): Promise<FormOutcome> {
  const proof = isSelfService(desk) ? openSession(desk, entry.accountId) : null;
  const mayAsk = isSelfService(desk) ? proof !== null : desk.session.staff !== null;
  if (!mayAsk) return { outcome: 'not-saved', reason: 'not-signed-in' };
  if (!isSelfService(desk) && !(await desk.local.get('accounts', entry.accountId)))
    return { outcome: 'not-saved', reason: 'account-gone' };
  const findings = await checkContactEntry(desk, entry);
  if (findings.length > 0) return { outcome: 'blocked', findings };
  return recorded(desk, entry, { proof, language });
}

function recorded(
  desk: VisitDesk,
  entry: ContactEntry,
  { proof, language }: { proof: CustomerProof | null; language: Language | undefined },
): Promise<FormOutcome> {
  return desk.recorder.inTurn(async () => {
    const { accountId } = entry;
    const capture = desk.clock.capture();
    const id = newSubmissionId(capture.capturedAt);
    const secret = await sealed(desk.sentinel, secretOf(entry, { submissionId: id, proof }));
    if (secret === null) return { outcome: 'not-saved', reason: 'no-key' };
    const identityDocument = isSelfService(desk) ? null : 'seen';
    const payload: ContactChangePayload = {
      ...{ accountId, sealed: secret, identityDocument },
      ...(language ? { language } : {}),
    };
    return recordFor(desk, {
      ...{ id, kind: 'contact-change', payload, onBehalfOf: accountId, confirmed: [], capture },
    });
  });
}

const secretOf = (
  { phone, email, invoiceByEmail }: ContactEntry,
  made: Pick<ContactChangeSecret, 'submissionId' | 'proof'>,
): ContactChangeSecret =>
  ContactChangeSecret.parse({
    ...made,
    ...(phone === null ? {} : { phone: plainPhone(phone) }),
    ...(email === null ? {} : { email: email.trim() }),
    ...(invoiceByEmail === null ? {} : { invoiceByEmail }),
  });
