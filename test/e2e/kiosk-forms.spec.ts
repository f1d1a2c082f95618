import { expect, test } from '@playwright/test';
import { CentralServer } from './support/central-server';
import { Counter } from './support/counter';
import { Kiosk, type KioskSize, kioskSizeNames } from './support/kiosk';
import { type KioskCustomer, kioskCustomers } from './support/kiosk-customer';
import { confirmationLink } from './support/mail-folder';

test.describe.configure({ timeout: 420_000 });
const long = { timeout: 60_000 };
let server: CentralServer;
let kiosk: Kiosk;
let customers: KioskCustomer[];

async function begin(size: KioskSize): Promise<void> {
  server = await CentralServer.begin();
  customers = await unregistered(server, 4);
  kiosk = await Kiosk.atWork(server, size);
}

async function end(): Promise<void> {
  await server.end();
  await kiosk.scrap();
}

async function unregistered(from: CentralServer, count: number): Promise<KioskCustomer[]> {
  const all = await kioskCustomers(from, count + 10);
  const rows = await from.rows<{ id: string }>('select account_id as id from customer_logins');
  const registered = new Set(rows.map(({ id }) => id));
  return all.filter(({ accountId }) => !registered.has(accountId)).slice(0, count);
}

const customer = (place: number) => customers[place] as KioskCustomer;

interface Answers {
  email: string;
  phone: string;
  password: string;
}

/** From home until it is sent. */
async function register({ email, phone, password }: Answers): Promise<void> {
  await kiosk.touch('Înregistrează-te');
  await kiosk.write(email);
  await kiosk.touch('Mai departe');
  await kiosk.dial(phone);
  await kiosk.touch('Mai departe');
  await newPassword(password);
  await kiosk.touch('Mai departe');
  await expect(kiosk.title).toHaveText('Este totul corect?');
  await kiosk.touch('Trimit înregistrarea');
}

/** Twice. */
async function newPassword(password: string): Promise<void> {
  await kiosk.write(password);
  await kiosk.page.getByLabel('Parola (verificare)').tap();
  await kiosk.write(password);
}

async function signIn(email: string, password: string): Promise<void> {
  await kiosk.touch('Română Atingeți');
  await kiosk.touch('Cu e-mail și parolă');
  await kiosk.write(email);
  await kiosk.touch('Intrare');
  await kiosk.write(password);
  await kiosk.touch('Intrare');
}

async function confirm(email: string): Promise<void> {
  const home = await kiosk.page.context().newPage();
  await home.goto(await confirmationLink(server.mailFolder, email));
  await home.getByRole('button', { name: 'Confirm adresa' }).click();
  await expect(home.getByText('Adresa este confirmată.')).toBeVisible();
  await home.close();
}

const accountOf = async ({ accountId }: KioskCustomer) =>
  (
    await server.rows<{ phone: string; invoiceByEmail: boolean }>(
      'select phone, invoice_by_email as "invoiceByEmail" from accounts where id = $1',
      [accountId],
    )
  )[0];

async function registerAtCounter({ page }: Counter, email: string): Promise<void> {
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: 'Înregistrare nouă' }).click();
  const form = page.getByRole('form', { name: 'Înregistrare' });
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Telefon').fill('0722000333');
  await form.getByLabel('Parola', { exact: true }).fill('parola1');
  await form.getByLabel('Parola (verificare)').fill('parola1');
  await form.getByRole('button', { name: /^Înregistrează clientul/ }).click();
  await expect(form.getByText(/Cereți actul de identitate/)).toBeVisible();
  await form.getByLabel('Am văzut actul de identitate').check();
  await form.getByRole('button', { name: /^Înregistrează clientul/ }).click();
  await expect(page.getByText(/Clientul are deja cont/)).toBeVisible(long);
}

async function changePhoneAtCounter(counter: Counter): Promise<void> {
  const { page } = counter;
  await counter.openCustomer(customer(2).clientCode);
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: 'Schimbarea datelor de contact' });
  await form.getByLabel('Telefon').fill('0744555666');
  await form.getByLabel('Am văzut actul de identitate').check();
  await form.getByRole('button', { name: /^Salvează datele/ }).click();
  await expect.poll(async () => (await accountOf(customer(2)))?.phone, long).toBe('0744555666');
}

/** The address and password of one account open another one too, as after a registration of their own. */
const alsoOpens = (other: KioskCustomer, own: KioskCustomer) =>
  server.rows(
    `insert into customer_logins (account_id, email, password_hash, email_confirmed_at, registered_at)
     select $1, email, password_hash, email_confirmed_at, registered_at from customer_logins where account_id = $2`,
    [other.accountId, own.accountId],
  );

/** Somebody tries e-mail and password, is told why not, and shows the codes instead. */
async function identifyAfterSignInInVain(codes: KioskCustomer): Promise<void> {
  await kiosk.touch('Română Atingeți');
  await expect(kiosk.button('Cu e-mail și parolă')).toContainText('lipsește legătura');
  await kiosk.touch('Cu e-mail și parolă');
  await kiosk.write('a@b.ro');
  await kiosk.touch('Intrare');
  await kiosk.write('parola');
  await kiosk.touch('Intrare');
  const told = kiosk.page.getByRole('status').filter({ hasText: 'parola nu se poate verifica' });
  await expect(told).toBeAttached();
  await kiosk.touch('Cu o factură');
  await kiosk.typeCodes(codes);
  await expect(kiosk.title).toHaveText('Ce doriți să faceți?');
}

const outcomes = async ({ accountId }: KioskCustomer): Promise<string[]> =>
  (
    await server.rows<{ outcome: string }>(
      `select v.outcome from submissions s join verdicts v on v.submission_id = s.id
       where v.account_id = $1 and s.content->>'kind' = 'registration' order by v.outcome`,
      [accountId],
    )
  ).map(({ outcome }) => outcome);

for (const size of kioskSizeNames) {
  test.describe(size, () => {
    test.beforeAll(() => begin(size));
    test.afterAll(end);

    test('registered, confirmed by the letter’s link, signed in: phone, invoice by e-mail and password changed', async () => {
      const email = 'ana.pop@exemplu.ro';
      await kiosk.identify(customer(0));
      await register({ email, phone: '0722123456', password: 'parola1' });
      await expect(kiosk.title).toHaveText('Cerere primită', long);
      await kiosk.leave();
      await signIn(email, 'parola1');
      await expect(kiosk.page.getByText(/nu este încă confirmată/).first()).toBeVisible(long);
      await kiosk.leave();
      await confirm(email);

      await signIn(email, 'parola1');
      await expect(kiosk.title).toHaveText('Ce doriți să faceți?', long);
      await kiosk.touch('Contul meu');
      await kiosk.touch('Schimb telefonul');
      await kiosk.dial('0733444555');
      await kiosk.touch('Salvez');
      await expect(kiosk.title).toHaveText('Cerere primită', long);
      await kiosk.touch('Mai am ceva de făcut');
      await kiosk.touch('Contul meu');
      await expect(kiosk.page.getByText('0733 444 555')).toBeVisible(long);

      const before = (await accountOf(customer(0)))?.invoiceByEmail;
      await kiosk.touch(before ? 'Nu mai vreau factura pe e-mail' : 'Vreau factura pe e-mail');
      await kiosk.touch(before ? 'Da, pe hârtie' : 'Da, pe e-mail');
      await expect(kiosk.title).toHaveText('Cerere primită', long);
      expect(await accountOf(customer(0))).toEqual({ phone: '0733444555', invoiceByEmail: !before });
      await kiosk.touch('Mai am ceva de făcut');

      await kiosk.touch('Contul meu');
      await kiosk.touch('Schimb parola');
      await newPassword('parola2');
      await kiosk.touch('Mai departe');
      await kiosk.write('parola1');
      await kiosk.touch('Salvez');
      await expect(kiosk.title).toHaveText('Parola este schimbată', long);
      await kiosk.leave();

      await signIn(email, 'parola1');
      await expect(kiosk.page.getByText(/E-mailul sau parola nu sunt corecte/).first()).toBeVisible(long);
      await kiosk.leave();
      await signIn(email, 'parola2');
      await expect(kiosk.title).toHaveText('Ce doriți să faceți?', long);
      await kiosk.leave();
    });

    test('an address that opens two accounts: the customer says which, and may take the other', async () => {
      const [own, second] = [customer(0), customer(3)];
      await alsoOpens(second, own);
      await signIn('ana.pop@exemplu.ro', 'parola2');
      await expect(kiosk.title).toHaveText('Pentru care loc de consum?', long);
      for (const account of [second, own]) {
        const tile = kiosk.page.getByRole('button').filter({ hasText: `Cod client ${account.clientCode}` });
        await tile.tap();
        await expect(kiosk.title).toHaveText('Ce doriți să faceți?');
        await expect(kiosk.page.getByText(`Cod client ${account.clientCode}`)).toBeVisible();
        await expect(kiosk.button('Alt loc de consum')).toContainText('Aveți 2 conturi');
        if (account === second) await kiosk.touch('Alt loc de consum');
      }
      await kiosk.leave();
    });

    test('an account that is registered offers no second registration', async () => {
      await kiosk.identify(customer(0));
      await expect(kiosk.button('Contul meu')).toBeVisible();
      await expect(kiosk.button('Înregistrează-te')).toHaveCount(0, long);
      await kiosk.leave();
    });

    test('the server is down: no password opens, the codes do; registered, kept here, received later, and the letter leaves', async () => {
      const email = 'ion.rus@exemplu.ro';
      await server.kill();
      await kiosk.expectOffline();
      await identifyAfterSignInInVain(customer(1));
      await register({ email, phone: '0722000111', password: 'parola1' });
      await expect(kiosk.title).toHaveText('Cererea este păstrată pe acest aparat');
      await kiosk.leave();
      await server.start();
      await confirm(email);
      await kiosk.expectOnline();
    });

    test('registered at the counter meanwhile: the kiosk’s customer is told at the next visit, and the clerk’s list has it', async () => {
      const { clientCode } = customer(2);
      const counter = await Counter.newMachine();
      try {
        await counter.open(`${server.url}/#enrol=ghiseu-petrosani`);
        await counter.signIn();
        await counter.openCustomer(clientCode);
        await server.kill();
        await kiosk.expectOffline();
        await kiosk.identify(customer(2));
        await register({ email: 'dan.kiss@exemplu.ro', phone: '0722000222', password: 'parola1' });
        await expect(kiosk.title).toHaveText('Cererea este păstrată pe acest aparat');
        await kiosk.close();

        await server.start();
        await registerAtCounter(counter, 'dan@exemplu.ro');
        await kiosk.switchOn(server.url);
        await kiosk.expectOnline();
        await expect.poll(() => outcomes(customer(2)), long).toEqual(['accepted', 'refused']);
        await kiosk.identify(customer(2));
        await expect(kiosk.page.getByText(/^Înregistrarea din .* nu a fost primită/)).toBeVisible(long);
        await expect(kiosk.page.getByText(/există deja o înregistrare/).first()).toBeVisible();
        await kiosk.leave();

        await counter.page.keyboard.press('F8');
        await expect(
          counter.page.getByRole('button', { name: /Înregistrare · aparatul Infochioșc/ }),
        ).toBeVisible(long);
        await expect(counter.page.getByRole('main')).toContainText('există deja o înregistrare');
        await expect(counter.page.getByRole('main')).toContainText(clientCode);
        await changePhoneAtCounter(counter);
      } finally {
        await counter.scrap();
      }
    });
  });
}
