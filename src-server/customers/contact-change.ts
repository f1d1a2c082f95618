import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { awaitedEmail } from '../../shared/customer/awaited-email';
import { checkContactChange } from '../../shared/customer/contact-rules';
import { plainPhone } from '../../shared/customer/form-rules';
import type { Finding } from '../../shared/metering/finding';
import { ContactChangePayload, ContactChangeSecret } from '../../shared/model/customer';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { customerLogins } from '../db/schema/customers';
import { languageOf } from '../mail/words';
import { auditActor } from './actor';
import { askToConfirm, endConfirmations, readUnconfirmed } from './confirmations';
import { type ContactField, changedLater } from './contact-history';
import { accountChanged, type FormCase, type FormEffect, type JudgeForm } from './form';
import { openPart } from './open-part';
import { checkSignedIn } from './proof';

/** E-mail and phone as somebody typed them: what is wrong with them is the rules' to say. */
const Opened = ContactChangeSecret.extend({
  phone: z.string().max(100).optional(),
  email: z.string().max(500).optional(),
});
type Opened = z.infer<typeof Opened>;

/** Another phone, e-mail or way to get the invoice: for who signed in, or who showed a clerk a document. */
export const judgeContactChange: JudgeForm = async (tx, form) => {
  const { submission, account } = form;
  const { sealed, identityDocument } = ContactChangePayload.parse(submission.payload);
  const opened = await openPart(tx, sealed, { schema: Opened, submissionId: submission.id });
  if (!opened) return { findings: [{ code: 'identity-unproven' }], carryOut: null };
  const byStaff = submission.actor.kind === 'staff';
  const unproven: Finding[] = byStaff
    ? []
    : await checkSignedIn(tx, opened.proof, { claim: submission, account });
  const { phone = null, email = null, invoiceByEmail = null } = opened;
  const findings = checkContactChange({
    phone,
    email,
    invoiceByEmail,
    emailKnown: account.email !== null || (await awaitsConfirmation(tx, form)),
    identityDocument: byStaff ? (identityDocument ?? 'not-seen') : null,
  });
  return { findings: [...unproven, ...findings], carryOut: (now) => change(tx, form, { opened, now }) };
};

/** As it was when the form was written: that is when a device judged it, however long it waited there. */
const awaitsConfirmation = async (tx: Transaction, { submission, account }: FormCase): Promise<boolean> =>
  awaitedEmail(await readUnconfirmed(tx, account.id), submission.capturedAt) !== null;

async function change(
  tx: Transaction,
  form: FormCase,
  { opened, now }: { opened: Opened; now: string },
): Promise<FormEffect> {
  const { submission, account } = form;
  const { id: submissionId, deviceId, capturedAt } = submission;
  const later = await changedLater(tx, account.id, capturedAt);
  const asked: ContactField[] = (['phone', 'email', 'invoiceByEmail'] as const).filter(
    (field) => opened[field] !== undefined,
  );
  const fields = asked.filter((field) => !later.has(field));
  if (fields.length === 0) return { changes: [], superseded: true };
  const { phone, email, invoiceByEmail } = opened;
  const set = {
    ...(phone !== undefined && fields.includes('phone') ? { phone: plainPhone(phone) } : {}),
    ...(invoiceByEmail !== undefined && fields.includes('invoiceByEmail') ? { invoiceByEmail } : {}),
  };
  if (Object.keys(set).length > 0) await tx.update(accounts).set(set).where(eq(accounts.id, account.id));
  if (email !== undefined && fields.includes('email')) await changeEmail(tx, form, { email, now });
  await tx.insert(audit).values({
    at: now,
    deviceId,
    actor: auditActor(submission, account.id),
    action: 'contact-changed',
    subject: account.id,
    detail: { submissionId, capturedAt, fields },
  });
  return { changes: accountChanged(account), superseded: false };
}

/** Not used until its link was opened; an address in use already needs no link, and calls off the one on its way. */
async function changeEmail(
  tx: Transaction,
  { submission, account }: FormCase,
  { email: typed, now }: { email: string; now: string },
): Promise<void> {
  const email = typed.trim();
  await endConfirmations(tx, account.id);
  if (await isInUse(tx, account, email)) return;
  await askToConfirm(tx, { account, email, language: languageOf(submission.payload), now });
}

async function isInUse(tx: Transaction, account: FormCase['account'], email: string): Promise<boolean> {
  const [login] = await tx.select().from(customerLogins).where(eq(customerLogins.accountId, account.id));
  const confirmed = login ? [login.emailConfirmedAt && login.email, account.email] : [account.email];
  return confirmed.every((address) => address?.toLowerCase() === email.toLowerCase());
}
