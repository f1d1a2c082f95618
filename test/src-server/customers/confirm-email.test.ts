import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src-server/app';
import { serverLogger } from '../../../src-server/logger';
import { contactChangeOf, registrationOf } from '../../support/customer';
import { type Rows, rowsOf } from '../../support/rows';
import { startUtility, type Utility } from '../../support/utility';
import { visitClient } from '../../support/visit-client';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const start = '2026-11-26T08:00:00.000Z';

let utility: Utility;
let kiosk: WorldDevice;
let accounts: WorldAccount[];
let rows: Rows;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 20 });
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  rows = rowsOf(utility.database);
});
afterAll(() => utility.close());

async function registered(email: string): Promise<{ account: WorldAccount; link: string }> {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  utility.clock.set(start);
  const made = { device: kiosk, account, capturedAt: start };
  await utility.client(kiosk).submitOne(await registrationOf(utility, made, { email }));
  return { account, link: await linkOf(account) };
}
async function linkOf({ id }: WorldAccount): Promise<string> {
  const mails = await rows('select body from mail_outbox where account_id = $1 order by made_at, ctid', id);
  const links = mails.map(({ body }) => /\/confirm\/[\w-]+/.exec(String(body))?.[0] ?? '');
  return links.at(-1) ?? '';
}
const open = (url: string) => utility.app.inject({ url });
const press = (url: string) =>
  utility.app.inject({
    method: 'POST',
    url,
    payload: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const loginOf = async ({ id }: WorldAccount) =>
  (await rows('select * from customer_logins where account_id = $1', id))[0];

test('opening the link asks, and confirms nothing: mail scanners open links too', async () => {
  const { account, link } = await registered('ana@exemplu.ro');
  const page = await open(link);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Este ana@exemplu.ro adresa dumneavoastră?');
  for (const language of ['ro', 'en', 'hu']) expect(page.body).toContain(`<section lang="${language}">`);
  expect(await loginOf(account)).toMatchObject({ email_confirmed_at: null });
});

test('the page loads and runs nothing, and tells its address to nobody', async () => {
  const { link } = await registered('ana@exemplu.ro');
  const { headers, body } = await open(link);
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toBe('no-store');
  expect(body).not.toMatch(/<script|src=|href=/);
});

test('pressing the button confirms: the login opens, the account has the address, devices are told', async () => {
  const { account, link } = await registered('nou@exemplu.ro');
  const { checkpoint } = await utility.counter.pullAll('accounts');
  const done = await press(link);
  expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining('Adresa este confirmată')]);
  expect(await loginOf(account)).toMatchObject({ email_confirmed_at: new Date(start) });
  expect((await utility.counter.pull('accounts', checkpoint)).documents).toMatchObject([
    { id: account.id, registered: true, contact: { email: 'nou@exemplu.ro' } },
  ]);
  expect((await visitClient(utility, kiosk).signIn('nou@exemplu.ro')).status).toBe(200);
});

test('a link is good once, for a week, and only whole', async () => {
  const { link } = await registered('odata@exemplu.ro');
  await press(link);
  for (const again of [await open(link), await press(link)])
    expect([again.statusCode, again.body]).toEqual([410, expect.stringContaining('a fost deja folosit')]);
  const { account, link: late } = await registered('tarziu@exemplu.ro');
  utility.clock.set('2026-12-03T08:00:00.000Z');
  for (const expired of [await open(late), await press(late)])
    expect([expired.statusCode, expired.body]).toEqual([410, expect.stringContaining('nu mai este valabil')]);
  expect(await loginOf(account)).toMatchObject({ email_confirmed_at: null });
  for (const cut of [late.slice(0, -5), '/confirm/x%00y', `/confirm/${'x'.repeat(99)}`]) {
    const unknown = await open(cut);
    expect([unknown.statusCode >= 400, unknown.body]).toEqual([
      true,
      expect.stringContaining('nu este complet'),
    ]);
  }
});

test('a link that a later registration called off says that there is a newer one', async () => {
  const { account, link } = await registered('primul@exemplu.ro');
  const capturedAt = '2026-11-26T08:05:00.000Z';
  utility.clock.set(capturedAt);
  const again = await registrationOf(
    utility,
    {
      ...{ device: utility.world.counter, account, capturedAt },
      ...{ staffId: 'ana', identityDocument: 'seen' },
    },
    { email: 'aldoilea@exemplu.ro' },
  );
  expect(await utility.counter.submitOne(again)).toMatchObject({ outcome: 'accepted' });
  for (const page of [await open(link), await press(link)])
    expect([page.statusCode, page.body]).toEqual([410, expect.stringContaining('mesajul cel mai nou')]);
  expect((await press(await linkOf(account))).statusCode).toBe(200);
});

test('of two links to one address the other has nothing left to do once one was opened', async () => {
  const { account, link } = await registered('doua@exemplu.ro');
  utility.clock.set('2026-11-26T09:00:00.000Z');
  await visitClient(utility, kiosk).signIn('doua@exemplu.ro'); // not confirmed: another link goes out
  const newest = await linkOf(account);
  expect(newest).not.toBe(link);
  expect((await press(link)).statusCode).toBe(200);
  expect((await open(newest)).body).toContain('a fost deja folosit');
});

test('pressed twice at once it confirms once', async () => {
  const { account, link } = await registered('dublu@exemplu.ro');
  const replies = await Promise.all([press(link), press(link), press(link)]);
  expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410, 410]);
  expect(
    await rows(`select id from audit where action = 'email-confirmed' and subject = $1`, account.id),
  ).toHaveLength(1);
});

test('another e-mail is used for invoices and for signing in once its link was opened', async () => {
  const { account, link } = await registered('vechi@exemplu.ro');
  await press(link);
  const visit = visitClient(utility, kiosk);
  const [{ token }] = (await visit.signIn('vechi@exemplu.ro')).body.sessions;
  const made = { device: kiosk, account, capturedAt: start };
  const secret = { proof: { kind: 'session', token }, email: 'altul@exemplu.ro' };
  await utility.client(kiosk).submitOne(await contactChangeOf(utility, made, secret));
  expect((await visit.signIn('altul@exemplu.ro')).body).toMatchObject({ code: 'wrong-credentials' });
  await press(await linkOf(account));
  const [session] = (await visit.signIn('altul@exemplu.ro')).body.sessions;
  expect(session.profile).toMatchObject({ email: 'altul@exemplu.ro', unconfirmedEmail: null });
  expect((await visit.signIn('vechi@exemplu.ro')).body).toMatchObject({ code: 'wrong-credentials' });
});

test('an address is written into the page as text, whatever is in it', async () => {
  const { account, link } = await registered('ana@exemplu.ro');
  await rows(`update email_confirmations set email = '<b>"x"&' where account_id = $1`, account.id);
  expect((await open(link)).body).toContain('Este &#60;b&#62;&#34;x&#34;&#38; adresa');
});

test('the token of a link is in no line of the log, however its address was mangled', async () => {
  const { link } = await registered('jurnal@exemplu.ro');
  const token = link.slice('/confirm/'.length);
  const lines: string[] = [];
  const logger = serverLogger({ level: 'trace', output: { write: (line) => lines.push(line) } });
  const app = await buildApp({ database: utility.database, clock: utility.clock, logger });
  try {
    const mangled = [
      `/%63onfirm/${token}`,
      `/confirm%2F${token}`,
      `${link}/`,
      `/x${link}?a=%E0`,
      `//a.ro${link}`,
    ];
    for (const url of [link, ...mangled]) await app.inject({ url });
    await app.inject({ method: 'POST', url: link });
    await app.inject({ url: '/health?a=%E0' });
  } finally {
    await app.close();
  }
  const told = lines.join('');
  expect(told).toContain('"url":"/confirm/…"');
  expect(told).toContain('"url":"/health?a=%E0"');
  expect(told).not.toContain(token);
});
