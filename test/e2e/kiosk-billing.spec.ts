import { expect, test } from '@playwright/test';
import { CentralServer } from './support/central-server';
import { Counter } from './support/counter';
import { Kiosk, type KioskSize, kioskSizeNames } from './support/kiosk';
import { type KioskCustomer, kioskCustomers } from './support/kiosk-customer';
import { booksOf, type Owed, owing } from './support/owing';

test.describe.configure({ timeout: 420_000 });
const long = { timeout: 60_000 };
let server: CentralServer;
let kiosk: Kiosk;
let customers: KioskCustomer[];

/** The bani decide what the simulated terminal answers. */
const amounts = { approved: 10_000, declined: 10_001, cutAfterApproval: 10_003, byTelephone: 5_550 };
const invoices = new Map<string, Owed>();

async function begin(size: KioskSize): Promise<void> {
  server = await CentralServer.begin({ paying: true });
  customers = await kioskCustomers(server, 4);
  for (const [place, [name, bani]] of Object.entries(amounts).entries())
    invoices.set(name, await owing(server, customers[place] as KioskCustomer, bani));
  kiosk = await Kiosk.atWork(server, size);
}

async function end(): Promise<void> {
  await server.end();
  await kiosk.scrap();
}

/** From the first screen until the payment has begun. */
async function pay(customer: KioskCustomer, way: 'Cu cardul, aici' | 'Cu telefonul'): Promise<void> {
  await kiosk.identify(customer);
  await kiosk.touch('Plata facturi');
  await kiosk.touch('Plătesc');
  await kiosk.touch(way);
}

const invoice = (name: keyof typeof amounts) => invoices.get(name) as Owed;
const books = (name: keyof typeof amounts) => booksOf(server, invoice(name));

for (const size of kioskSizeNames) {
  test.describe(size, () => {
    test.beforeAll(() => begin(size));
    test.afterAll(end);

    test('a card that is approved: one payment, the invoice paid, and the counter sees it', async () => {
      const [customer] = customers as [KioskCustomer];
      await pay(customer, 'Cu cardul, aici');
      await expect(kiosk.title).toHaveText('Plata este primită', long);
      expect(await kiosk.receiptNumber()).not.toBe('');
      expect(await books('approved')).toEqual({
        payments: 1,
        paidBani: 10_000,
        method: 'card',
        outstandingBani: 0,
        orders: ['paid'],
      });
      await kiosk.touch('Mai am ceva de făcut');
      await kiosk.touch('Evidență plăți');
      await expect(kiosk.page.getByText('100,00 lei').first()).toBeVisible();
      await kiosk.leave();

      const counter = await Counter.newMachine();
      try {
        await counter.open(`${server.url}/#enrol=ghiseu-petrosani`);
        await counter.signIn();
        await counter.openCustomer(customer.clientCode);
        await counter.page.getByRole('tab', { name: 'Evidență plăți' }).click();
        const row = counter.page.getByRole('row').filter({ hasText: invoice('approved').number });
        await expect(row).toContainText('100,00 lei', long);
        await expect(row).toContainText('card');
      } finally {
        await counter.scrap();
      }
    });

    test('an invoice is looked at and paid from there; a card that is declined takes nothing', async () => {
      const { number } = invoice('declined');
      await kiosk.identify(customers[1] as KioskCustomer);
      await expect(kiosk.button('Evidență facturi')).toContainText('De plată: 100,01 lei · neplătite: 1');
      await kiosk.touch('Evidență facturi');
      await expect(kiosk.page.getByText('De plată: 100,01 lei')).toBeVisible();
      const list = kiosk.page.getByRole('region', { name: 'Evidență facturi' });
      const rows = list.getByRole('listitem');
      await expect(rows.first()).toContainText(number); // what is open comes first
      await expect(rows.first()).toContainText('de plată');
      await expect(rows.nth(1)).toContainText('plătită');
      await expect(kiosk.page.getByText(/^Fără legătură/)).toHaveCount(0);
      await rows.first().getByRole('button').tap();
      await expect(kiosk.title).toHaveText(`Factura ${number}`);
      const lines = kiosk.page.getByRole('row');
      await expect(lines.filter({ hasText: 'Apă potabilă' })).toContainText('100,01 lei');
      await expect(lines.filter({ hasText: 'Total' })).toContainText('100,01 lei');
      await kiosk.touch('Plătesc această factură');
      await expect(kiosk.title).toHaveText('Ce facturi plătiți?');
      await kiosk.touch('Plătesc');
      await kiosk.touch('Cu cardul, aici');
      await expect(kiosk.title).toHaveText('Plata a fost respinsă', long);
      expect(await books('declined')).toMatchObject({
        payments: 0,
        outstandingBani: 10_001,
        orders: ['declined'],
      });
      await kiosk.leave();
    });

    test('a terminal that loses the connection after it approved ends paid once', async () => {
      await pay(customers[2] as KioskCustomer, 'Cu cardul, aici');
      await expect(kiosk.title).toHaveText('Plata este primită', { timeout: 120_000 });
      expect(await books('cutAfterApproval')).toMatchObject({
        payments: 1,
        paidBani: 10_003,
        outstandingBani: 0,
        orders: ['paid'],
      });
      const charged = await server.simulators?.charged();
      expect(charged?.filter((line) => line.includes('10003'))).toHaveLength(1);
      await kiosk.leave();
    });

    test('a payment on the provider’s page: turned away from, it is the same page again, and once it is paid the kiosk says so', async () => {
      const customer = customers[3] as KioskCustomer;
      await pay(customer, 'Cu telefonul');
      await expect(kiosk.page.getByRole('img', { name: 'Cod QR cu adresa paginii de plată' })).toBeVisible(
        long,
      );
      await kiosk.touch('Înapoi');
      await expect(kiosk.page.getByText(/^Pagina de plată de pe telefon este deschisă/).last()).toBeVisible();
      await kiosk.touch('Cu telefonul');
      const [order] = await server.rows<{ pageUrl: string }>(
        'select page_url as "pageUrl" from payment_orders where account_id = $1',
        [customer.accountId],
      );
      await expect(kiosk.page.getByText(order?.pageUrl.replace(/^https:\/\//, '') ?? '')).toBeVisible();
      const phone = await kiosk.page.context().newPage();
      await kiosk.touch('Înapoi'); // it is followed on
      await phone.goto(order?.pageUrl ?? '');
      await phone.getByRole('button', { name: 'Plătește' }).click();
      await expect(phone.getByText('Plata a fost făcută')).toBeVisible();
      await phone.close();
      await expect(kiosk.title).toHaveText('Plata este primită', long);
      expect(await books('byTelephone')).toMatchObject({
        payments: 1,
        method: 'online',
        outstandingBani: 0,
        orders: ['paid'],
      });
      await kiosk.leave();
    });

    test('without the server invoices and payments say of when they are, and paying says where it can be done', async () => {
      const customer = customers[1] as KioskCustomer;
      await server.kill();
      await kiosk.expectOffline();
      await kiosk.identify(customer);
      await kiosk.touch('Evidență facturi');
      await expect(kiosk.page.getByText(/^Fără legătură: datele sunt cele din \d/)).toBeVisible();
      await kiosk.page.getByRole('button', { name: invoice('declined').number }).tap();
      await expect(kiosk.title).toHaveText(`Factura ${invoice('declined').number}`);
      await expect(kiosk.page.getByText(/^Fără legătură: datele sunt cele din \d/)).toBeVisible();
      await kiosk.touch('Înapoi');
      await kiosk.touch('Înapoi');
      await kiosk.touch('Evidență plăți');
      await expect(kiosk.page.getByText(/^Fără legătură: datele sunt cele din \d/)).toBeVisible();
      await kiosk.touch('Înapoi');
      await kiosk.touch('Plata facturi');
      await expect(kiosk.title).toHaveText('Fără legătură nu se poate plăti aici');
      await expect(kiosk.page.getByText(/La ghișeu puteți plăti în numerar și acum/)).toBeVisible();
      await kiosk.leave();
    });
  });
}
