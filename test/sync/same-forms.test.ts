import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContactChange } from '../../shared/customer/contact-rules';
import { isEmailKnown } from '../../shared/customer/email-known';
import { checkRegistration } from '../../shared/customer/registration-rules';
import type { Submission } from '../../shared/model/submission';
import { startSession } from '../../src-server/customers/sessions';
import { accounts } from '../../src-server/db/schema/accounts';
import { emailConfirmations } from '../../src-server/db/schema/customers';
import { inTransaction } from '../../src-server/db/transaction';
import { renderAccounts } from '../../src-server/pull/render-accounts';
import { clientCodeOf, contactChangeOf, registrationOf } from '../support/customer';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../support/world';

/*
 * The screen judges a form by what was typed, the server by what it opens and by its tables. Both are asked the same, by a
 * device that sends what it was told not to, and the two answers are compared.
 */
const now = '2026-11-26T08:00:00.000Z';
const cases = 60;

let utility: Utility;
let unused: WorldAccount[];
let kiosk: WorldDevice;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 2 * cases, now });
  unused = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
});
afterAll(() => utility.close());

const nextAccount = (): WorldAccount => {
  const account = unused.pop();
  if (!account) throw new Error('no account left');
  return account;
};

const usually = <T>(usual: T, ...rare: T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const email = usually('ana.pop@exemplu.ro', '', '  ', 'ana', 'ana@', ' ana@exemplu.ro ', 'ana@exemplu');
const phone = usually('0722123456', '', ' ', '072212345', '0722 123 456', '0722-123-456', 'zero');
const identityDocument = usually<'seen' | null>('seen', null);
const staffId = fc.constantFrom('ana', null);
const madeBy = (by: { staffId: string | null; identityDocument: 'seen' | null }, account: WorldAccount) => ({
  ...by,
  device: utility.world.counter,
  account,
  capturedAt: now,
});
const seenBy = (by: { staffId: string | null; identityDocument: 'seen' | null }) =>
  by.staffId === null ? null : (by.identityDocument ?? 'not-seen');

async function answerTo(submission: Submission) {
  const from = submission.deviceId === kiosk.id ? utility.client(kiosk) : utility.counter;
  const [answer] = await from.submit([submission], 1);
  return { outcome: answer?.outcome, findings: answer?.findings };
}
const expected = (findings: unknown[]) => ({
  outcome: findings.length > 0 ? 'refused' : 'accepted',
  findings,
});

test('the screen and the server say the same of every registration', async () => {
  const registration = fc.record({
    clientCode: usually('own', '', 'other'),
    internalCode: usually('own', '', ' own ', 'other'),
    email,
    phone,
    registered: usually(false, true),
    by: fc.record({ staffId, identityDocument }),
  });
  await fc.assert(
    fc.asyncProperty(registration, async ({ by, registered, ...entry }) => {
      const account = nextAccount();
      if (registered)
        await answerTo(await registrationOf(utility, madeBy({ ...by, staffId: null }, account)));
      const clientCode = entry.clientCode.replace('own', clientCodeOf(account));
      const internalCode = entry.internalCode.replace('own', account.internalCode);
      const typed = { ...entry, clientCode, internalCode };
      const codesMatch = entry.clientCode === 'own' && entry.internalCode.trim() === 'own';
      const seen = seenBy(by);
      const here = checkRegistration({
        ...typed,
        password: null,
        codesMatch,
        registered: registered && seen === null,
        identityDocument: seen,
      });
      expect(await answerTo(await registrationOf(utility, madeBy(by, account), typed))).toEqual(
        expected(here),
      );
    }),
    { numRuns: cases, endOnFailure: true },
  );
});

test('the screen and the server say the same of every change of contact details', async () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const change = fc.record({
    phone: maybe(phone),
    email: maybe(email),
    invoiceByEmail: maybe(fc.boolean()),
    address: fc.constantFrom('used', 'awaited', 'link-ended', 'none'),
    by: fc.record({ staffId, identityDocument }),
  });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(change, async ({ address, by, ...entry }) => {
      const account = nextAccount();
      if (address !== 'used') await forgetEmail(account);
      if (address === 'awaited' || address === 'link-ended') await awaitLink(account, linkEnds[address]);
      const here = checkContactChange({
        phone: entry.phone ?? null,
        email: entry.email ?? null,
        invoiceByEmail: entry.invoiceByEmail ?? null,
        emailKnown: isEmailKnown(await atCounter(account), now),
        identityDocument: seenBy(by),
      });
      const made =
        by.staffId === null
          ? contactChangeOf(utility, atKiosk(account), { ...entry, proof: await signIn(account) })
          : contactChangeOf(utility, madeBy(by, account), entry);
      expect(await answerTo(await made)).toEqual(expected(here));
      seen.add(address);
      seen.add(`${by.staffId ?? 'customer'} ${here.length > 0 ? 'refused' : 'accepted'}`);
    }),
    { numRuns: cases, endOnFailure: true },
  );
  const addresses = ['used', 'awaited', 'link-ended', 'none'];
  for (const met of [...addresses, 'ana refused', 'ana accepted', 'customer refused', 'customer accepted'])
    expect(seen, met).toContain(met);
});

/** The customer's own, who has signed in at the kiosk. */
const atKiosk = (account: WorldAccount) => ({ device: kiosk, account, capturedAt: now });

async function signIn({ id: accountId }: WorldAccount) {
  const session = { accountId, deviceId: kiosk.id, now };
  const { token } = await inTransaction(utility.database.db, (tx) => startSession(tx, session));
  return { kind: 'session' as const, token };
}

const forgetEmail = ({ id }: WorldAccount) =>
  utility.database.db.update(accounts).set({ email: null }).where(eq(accounts.id, id));

const linkEnds = { awaited: '2026-11-26T08:00:00.001Z', 'link-ended': now };

/** A link was sent to an address that nobody has opened. */
const awaitLink = ({ id: accountId }: WorldAccount, endsAt: string) =>
  utility.database.db.insert(emailConfirmations).values({
    ...{ accountId, endsAt, tokenHash: `link-of-${accountId}` },
    ...{ email: 'altul@posta.example', madeAt: '2026-11-19T08:00:00.000Z' },
  });

/** What a counter pulls of it. */
async function atCounter({ id }: WorldAccount) {
  const viewer = {
    ...{ deviceId: utility.world.counter.id, officeIds: [petrosani.id], isCounter: true },
    ...{ historySince: '2026-05-01', tokenKey: '' },
  };
  const account = (await renderAccounts(utility.database.db, viewer, [id])).get(id);
  if (!account) throw new Error(`no counter sees ${id}`);
  return account;
}
