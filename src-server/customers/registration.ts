import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { plainPhone } from '../../shared/customer/form-rules';
import { checkRegistration } from '../../shared/customer/registration-rules';
import type { Finding } from '../../shared/metering/finding';
import { RegistrationPayload, RegistrationSecret } from '../../shared/model/customer';
import type { Submission } from '../../shared/model/submission';
import type { Queryable, Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { customerLogins } from '../db/schema/customers';
import { languageOf } from '../mail/words';
import { isSoundPasswordHash } from '../people/passwords';
import { auditActor } from './actor';
import { askToConfirm, endConfirmations } from './confirmations';
import { changedLater } from './contact-history';
import { endLogin, type Login } from './end-login';
import { accountChanged, type FormCase, type FormEffect, type JudgeForm } from './form';
import { openPart } from './open-part';
import { checkCodes, sameCode } from './proof';
import { replacesLogin } from './replaces-login';

/** E-mail and phone as somebody typed them: what is wrong with them is the rules' to say. */
const Opened = RegistrationSecret.extend({
  email: z.string().max(500),
  phone: z.string().max(100),
  passwordHash: RegistrationSecret.shape.passwordHash.refine(isSoundPasswordHash),
});
type Opened = z.infer<typeof Opened>;

/** A customer wants a login: the device's own rules again, on what we know of the account. */
export const judgeRegistration: JudgeForm = async (tx, form) => {
  const { submission, account } = form;
  const { sealed } = RegistrationPayload.parse(submission.payload);
  const opened = await openPart(tx, sealed, { schema: Opened, submissionId: submission.id });
  if (!opened) return { findings: [{ code: 'identity-unproven' }], carryOut: null };
  const { clientCode, internalCode, email, phone } = opened;
  const login = await loginOf(tx, account.id);
  const areRight = sameCode(clientCode, account.clientCode) && sameCode(internalCode, account.internalCode);
  const unchecked = await uncheckedCodes(tx, form, areRight);
  const findings = checkRegistration({
    clientCode,
    internalCode,
    email,
    phone,
    password: null,
    codesMatch: areRight || unchecked.length > 0,
    registered: login !== null && unchecked.length === 0 && !(await replaces(tx, submission, login)),
    identityDocument: shownTo(submission),
  });
  return { findings: [...unchecked, ...findings], carryOut: (now) => register(tx, form, { opened, now }) };
};

/** Where too many codes were tried already, nothing tells whether these are right, nor what is known of the account. */
async function uncheckedCodes(
  tx: Transaction,
  { submission, account, receivedAt: now, countsTries }: FormCase,
  areRight: boolean,
): Promise<Finding[]> {
  if (!countsTries) return [];
  const findings = await checkCodes(tx, { deviceId: submission.deviceId, account, now }, areRight);
  return findings.filter(({ code }) => code === 'codes-unchecked');
}

/** A clerk, who sees a document, opens an account again whose password is forgotten; a login made since then stands. */
const replaces = async (tx: Transaction, submission: Submission, login: Login): Promise<boolean> =>
  shownTo(submission) !== null && (await replacesLogin(tx, submission, login));

const shownTo = ({ actor, payload }: Submission): 'seen' | 'not-seen' | null =>
  actor.kind === 'staff' ? (RegistrationPayload.parse(payload).identityDocument ?? 'not-seen') : null;

async function loginOf(db: Queryable, accountId: string): Promise<Login | null> {
  const [login] = await db.select().from(customerLogins).where(eq(customerLogins.accountId, accountId));
  return login ?? null;
}

async function register(
  tx: Transaction,
  { submission, account }: FormCase,
  { opened, now }: { opened: Opened; now: string },
): Promise<FormEffect> {
  const { id: submissionId, deviceId, capturedAt, payload } = submission;
  const later = await changedLater(tx, account.id, capturedAt);
  const before = await endLogin(tx, account.id, now);
  const keepsEmail = before !== null && later.has('email'); // with the link that may be on its way to another one
  const email = keepsEmail ? before.login.email : opened.email.trim();
  const isSameEmail = before?.login.email.toLowerCase() === email.toLowerCase();
  const confirmedAt = isSameEmail ? (before?.login.emailConfirmedAt ?? null) : null; // what was proven stays proven
  await tx.insert(customerLogins).values({
    accountId: account.id,
    email,
    passwordHash: opened.passwordHash,
    emailConfirmedAt: confirmedAt,
    registeredAt: now,
    submissionId,
  });
  const keepsPhone = later.has('phone');
  if (!keepsPhone)
    await tx
      .update(accounts)
      .set({ phone: plainPhone(opened.phone) })
      .where(eq(accounts.id, account.id));
  if (!later.has('email')) await endConfirmations(tx, account.id);
  if (!keepsEmail && confirmedAt === null)
    await askToConfirm(tx, { account, email, language: languageOf(payload), now });
  await tx.insert(audit).values({
    at: now,
    deviceId,
    actor: auditActor(submission, account.id),
    action: 'customer-registered',
    subject: account.id,
    detail: {
      submissionId,
      capturedAt,
      fields: [...(keepsPhone ? [] : ['phone']), ...(keepsEmail ? [] : ['email'])],
    },
  });
  return { changes: [...accountChanged(account), ...(before?.changes ?? [])], superseded: false };
}
