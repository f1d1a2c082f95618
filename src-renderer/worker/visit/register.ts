import { plainPhone } from '../../../shared/customer/form-rules';
import type { Finding } from '../../../shared/metering/finding';
import { type RegistrationPayload, RegistrationSecret } from '../../../shared/model/customer';
import type { Language } from '../../../shared/model/primitives';
import type { FormOutcome, RegistrationEntry } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import { recordFor } from '../own/record-for';
import { newSubmissionId } from '../reading/make-submission';
import { theCustomer } from './author';
import { hashPassword } from './hash-password';
import { codesIn, ownerOf, registrationFindings } from './registration';
import { sealed } from './sealed';
import type { VisitDesk } from './visit-desk';

/**
 * What the rules say to a registration while it is typed. A kiosk says nothing of its codes but that they are missing:
 * else it could be asked for codes without end. They are checked when it is sent.
 */
export async function checkRegistrationEntry(desk: VisitDesk, entry: RegistrationEntry): Promise<Finding[]> {
  const filled = { ...entry, ...(await codesIn(desk, entry)) };
  return registrationFindings(desk, filled, isSelfService(desk) ? null : await ownerOf(desk, filled));
}

/** Judges a registration and, when nothing stands against it, records it, all that is personal sealed to the server's key. */
export async function register(
  desk: VisitDesk,
  entry: RegistrationEntry,
  language?: Language,
): Promise<FormOutcome> {
  if (!isSelfService(desk) && !desk.session.staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
  const filled = { ...entry, ...(await codesIn(desk, entry)) };
  const apart = await registrationFindings(desk, filled, null); // a form with an error in it spends no try
  if (apart.length > 0) return { outcome: 'blocked', findings: apart };
  const owner = await ownerOf(desk, filled);
  if (owner.outcome === 'locked') return owner;
  if (owner.outcome === 'not-possible') return { outcome: 'not-saved', reason: 'no-key' };
  const findings = await registrationFindings(desk, filled, owner);
  if (owner.outcome !== 'known' || findings.length > 0) return { outcome: 'blocked', findings };
  return recorded(desk, filled, { accountId: owner.accountId, language });
}

async function recorded(
  desk: VisitDesk,
  entry: RegistrationEntry,
  { accountId, language }: { accountId: string; language: Language | undefined },
): Promise<FormOutcome> {
  const passwordHash = await hashPassword(entry.password);
  return desk.recorder.inTurn(async () => {
    const capture = desk.clock.capture();
    const id = newSubmissionId(capture.capturedAt);
    const secret = await sealed(desk.sentinel, secretOf(entry, { submissionId: id, passwordHash }));
    if (secret === null) return { outcome: 'not-saved', reason: 'no-key' };
    const payload: RegistrationPayload = {
      accountId,
      sealed: secret,
      identityDocument: isSelfService(desk) ? null : 'seen',
      ...(language ? { language } : {}),
    };
    const author = isSelfService(desk) ? () => theCustomer : desk.author; // whoever knows the codes, in a visit or before one
    return recordFor(
      { ...desk, author },
      { id, kind: 'registration', payload, onBehalfOf: accountId, confirmed: [], capture },
    );
  });
}

const secretOf = (
  { clientCode, internalCode, email, phone }: RegistrationEntry,
  made: Pick<RegistrationSecret, 'submissionId' | 'passwordHash'>,
): RegistrationSecret =>
  RegistrationSecret.parse({
    ...made,
    clientCode,
    internalCode,
    email: email.trim(),
    phone: plainPhone(phone),
  });
