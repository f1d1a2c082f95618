import { expect, test } from '@playwright/test';
import { formatsFor } from '../../shared/text/format';
import { CentralServer } from './support/central-server';
import { Counter } from './support/counter';
import { Kiosk, type KioskSize, kioskSizeNames } from './support/kiosk';
import { barcodeOf, grownBy, type KioskCustomer, kioskCustomers } from './support/kiosk-customer';
import { letterTo } from './support/mail-folder';

test.describe.configure({ timeout: 300_000 });
let server: CentralServer;
let counter: Counter;
const kiosks = {} as Record<KioskSize, Kiosk>;
let customers: KioskCustomer[];

const nextCustomer = (fits = (_: KioskCustomer) => true): KioskCustomer => {
  const place = customers.findIndex(fits);
  const [customer] = place < 0 ? [] : customers.splice(place, 1);
  if (!customer) throw new Error('The demo has too few customers.');
  return customer;
};

test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await CentralServer.begin();
  customers = await kioskCustomers(server, 12);
  counter = await Counter.newMachine();
  await counter.open(`${server.url}/#enrol=ghiseu-petrosani`);
  await counter.signIn();
  await expect(counter.statusBar).toContainText('Sincronizat');
  for (const size of kioskSizeNames) {
    kiosks[size] = await Kiosk.newMachine(size);
    await kiosks[size].enrol(server);
  }
});

test.afterAll(async () => {
  for (const kiosk of Object.values(kiosks)) await kiosk.scrap();
  await counter.scrap();
  await server.end();
});

for (const size of kioskSizeNames) {
  test(`a first-time user sends an index, ${size}: unusual, confirmed, printed, and at the counter at once`, async () => {
    const kiosk = kiosks[size];
    const customer = nextCustomer();
    const index = grownBy(customer, 400); // far more than usual
    await counter.openCustomer(customer.clientCode);
    const [touches, keys, beganMs] = [kiosk.touches, kiosk.keys, performance.now()];

    await kiosk.identify(customer);
    await kiosk.touch('Consumuri');
    await expect(kiosk.title).toHaveText('Ce arată contorul?');
    await kiosk.dial(index);
    await kiosk.touch('Salvare index nou');
    await expect(kiosk.title).toHaveText('Este corect?');
    await kiosk.touch('Da, este corect');
    await expect(kiosk.title).toHaveText('Index primit');
    const number = await kiosk.receiptNumber();
    expect(number).not.toBe('');
    const sheets = kiosk.printed.length;
    await kiosk.touch('Tipărește bonul');
    await expect.poll(() => kiosk.printed.length).toBe(sheets + 1);
    await kiosk.leave();

    const path = { touches: kiosk.touches - touches, keys: kiosk.keys - keys };
    const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
    console.log(
      `Index at the kiosk, ${size}: ${path.touches} touches and ${path.keys} digits, ${seconds} s by script.`,
    );
    expect(path.touches).toBeLessThanOrEqual(12);

    const slip = kiosk.printed.at(-1) ?? '';
    for (const words of [number, 'Indexul este primit.', 'Nu este bon fiscal']) expect(slip).toContain(words);
    await expect(counter.state).toContainText('Primit'); // not reloaded
    await expect(counter.indexField).toHaveValue(index);
    await counter.page.keyboard.press('F2');
    await counter.page.keyboard.type(number);
    const answer = counter.page.getByRole('status', { name: 'Număr de înregistrare' });
    await expect(answer).toContainText(number);
    await expect(answer).toContainText('Primit');
    await expect(answer).toContainText('Infochioșc Petroșani');
  });

  test(`the value may be changed while the window is open, its slip by e-mail, ${size}`, async () => {
    const kiosk = kiosks[size];
    const customer = nextCustomer(({ email }) => email !== null);
    let number = '';
    for (const [m3, button] of [
      [6, 'Salvare index nou'],
      [8, 'Modificare index'],
    ] as const) {
      await kiosk.identify(customer);
      await kiosk.touch('Consumuri');
      if (m3 === 8) await expect(kiosk.page.getByText(/Puteți schimba valoarea până la/)).toBeVisible();
      await kiosk.dial(grownBy(customer, m3));
      await kiosk.touch(button);
      await expect(kiosk.title).toHaveText('Index primit');
      if (m3 === 8) number = await slipByEmail(kiosk);
      await kiosk.leave();
    }
    const letter = await letterTo(server.mailFolder, customer.email ?? '', number);
    const index = formatsFor('ro')
      .number(customer.lastIndex + 8)
      .replaceAll('\u00a0', ' ');
    for (const words of [`Index ${index} m³`, customer.clientCode, 'Stare: primit.', 'nu este bon fiscal'])
      expect(letter.replaceAll('\u00a0', ' ')).toContain(words);
    const sent = await server.rows<{ index: number; superseded: boolean }>(
      `select r.index, v.superseded from reading_revisions r join verdicts v on v.submission_id = r.submission_id
       where r.meter_id = $1 order by r.captured_at`,
      [customer.meterId],
    );
    expect(sent.map(({ index }) => index)).toEqual([customer.lastIndex + 6, customer.lastIndex + 8]);
  });

  test(`the invoice is scanned; an index below the last one is called wrong and not sent, ${size}`, async () => {
    const kiosk = kiosks[size];
    const customer = nextCustomer();
    await kiosk.scan('5941234567890'); // of something else
    await expect(kiosk.title).toHaveText('Cum vă identificați?');
    await expect(kiosk.page.getByText(/^Codul scanat nu poate fi folosit aici/).first()).toBeVisible();
    await kiosk.scan(barcodeOf(customer));
    await expect(kiosk.title).toHaveText('Ce doriți să faceți?');
    await expect(kiosk.page.getByText(`Cod client ${customer.clientCode}`)).toBeVisible();
    await kiosk.touch('Consumuri');
    await kiosk.dial(grownBy(customer, -1));
    await kiosk.touch('Salvare index nou');
    await expect(kiosk.page.getByText(/^Index nou introdus incorect!/).first()).toBeVisible();
    await expect(kiosk.title).toHaveText('Ce arată contorul?');
    await kiosk.leave();
    expect(await submissionsOf(customer)).toBe(0);
  });

  test(`an apartment is told kindly who sends its index, ${size}`, async () => {
    const kiosk = kiosks[size];
    const [apartment] = await server.rows<{ clientCode: string; internalCode: string }>(
      `select client_code as "clientCode", internal_code as "internalCode" from accounts a
       where office_id = 'petrosani' and dwelling = 'apartment' and status = 'active'
         and exists (select from meters m where m.account_id = a.id) order by id limit 1`,
    );
    if (!apartment) throw new Error('The demo has no apartment.');
    await kiosk.identify(apartment);
    await kiosk.touch('Consumuri');
    await expect(kiosk.title).toHaveText('Indexul se transmite prin asociație');
    await expect(kiosk.page.getByText(/reprezentantului asociației/)).toBeVisible();
    await expect(kiosk.page.getByLabel('Index nou')).toHaveCount(0);
    await kiosk.leave();
  });
}

/** @returns the number that is on it */
async function slipByEmail(kiosk: Kiosk): Promise<string> {
  await kiosk.touch('Vreau bonul pe e-mail');
  await expect(kiosk.page.getByText(/^Bonul pleacă/)).toBeVisible();
  return kiosk.receiptNumber();
}

async function submissionsOf({ accountId }: KioskCustomer): Promise<number> {
  const [count] = await server.rows<{ count: number }>(
    "select count(*)::int as count from submissions where content->'payload'->>'accountId' = $1",
    [accountId],
  );
  return count?.count ?? -1;
}
