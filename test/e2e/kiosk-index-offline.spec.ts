import { expect, test } from '@playwright/test';
import { CentralServer } from './support/central-server';
import { Counter } from './support/counter';
import { Kiosk, type KioskSize, kioskSizeNames } from './support/kiosk';
import { grownBy, type KioskCustomer, kioskCustomers, sameHintCode } from './support/kiosk-customer';

test.describe.configure({ mode: 'parallel', timeout: 300_000 });
let server: CentralServer;
let kiosk: Kiosk;
let customers: KioskCustomer[];

async function begin(size: KioskSize): Promise<void> {
  server = await CentralServer.begin();
  customers = await kioskCustomers(server, 3);
  kiosk = await Kiosk.atWork(server, size);
}

test.afterEach(async () => {
  await kiosk.scrap();
  await server.end();
});

/** The server's process is gone, and the page is opened anew: by what the browser keeps of it. */
async function goOffline(): Promise<void> {
  await server.kill();
  await kiosk.close();
  await kiosk.switchOn(server.url);
  await kiosk.expectOffline();
}

async function sendIndex(index: string): Promise<void> {
  await kiosk.touch('Consumuri');
  await kiosk.dial(index);
  await kiosk.touch('Salvare index nou');
  await expect(kiosk.title).toHaveText('Indexul este păstrat pe acest aparat');
}

for (const size of kioskSizeNames) {
  test(`with the server gone an index is kept here, and received when it is back, ${size}`, async () => {
    await begin(size);
    const [customer] = customers as [KioskCustomer];
    await goOffline();
    await kiosk.identify(customer);
    await sendIndex(grownBy(customer, 7));
    await expect(kiosk.page.getByText('Se transmite de la sine când revine legătura.').first()).toBeVisible();
    await kiosk.touch('Tipărește bonul');
    await expect.poll(() => kiosk.printed.join()).toContain('Încă nu este primit.');

    await server.start();
    await expect(kiosk.title).toHaveText('Index primit', { timeout: 60_000 });
    await kiosk.leave();
    expect(await verdictsOf(customer)).toEqual([
      { outcome: 'accepted', findings: [], index: customer.lastIndex + 7, accepted: true },
    ]);
  });
}

test('a wrong code that the 12 bits cannot tell is let in offline; the server refuses its index, and everybody sees it', async () => {
  await begin('landscape');
  const [customer, other] = customers as [KioskCustomer, KioskCustomer];
  const internalCode = await sameHintCode(server, customer.internalCode);
  const counter = await Counter.newMachine();
  try {
    await counter.open(`${server.url}/#enrol=ghiseu-petrosani`);
    await counter.signIn();
    await goOffline();
    await kiosk.identify({ ...customer, internalCode });
    await sendIndex(grownBy(customer, 9));

    await server.start();
    await expect(kiosk.title).toHaveText('Indexul nu a fost primit', { timeout: 60_000 });
    await expect(kiosk.page.getByText(/^Codurile nu se potrivesc\./).first()).toBeVisible();
    await kiosk.leave();
    expect(await verdictsOf(customer)).toEqual([
      {
        outcome: 'refused',
        findings: [{ code: 'codes-mismatch' }],
        index: customer.lastIndex + 9,
        accepted: false,
      },
    ]);

    await kiosk.expectOnline();
    await kiosk.identify(customer);
    await expect(kiosk.page.getByText(/^Transmiterea indexului din .* nu a fost primită\.$/)).toBeVisible();
    await expect(kiosk.page.getByText(/Codurile nu se potrivesc\./)).toBeVisible();
    await kiosk.leave();
    await kiosk.identify(other); // is told nothing of it
    await expect(kiosk.page.getByText(/nu a fost primită/)).toHaveCount(0);

    await counter.page.keyboard.press('F8');
    const cases = counter.page.getByRole('main');
    await expect(cases.getByText(customer.clientCode).first()).toBeVisible({ timeout: 60_000 });
    await expect(cases.getByText(/Codurile nu se potrivesc\./).first()).toBeVisible();
  } finally {
    await counter.scrap();
  }
});

for (const served of [true, false]) {
  test(`wrong codes have to wait, and after the fifth for minutes, ${served ? 'online' : 'offline'}`, async () => {
    await begin(served ? 'portrait' : 'landscape');
    const [customer] = customers as [KioskCustomer];
    const wrong = { ...customer, internalCode: customer.internalCode === '11111' ? '22222' : '11111' };
    if (!served) await goOffline();
    const next = kiosk.button('Mai departe');
    const locked = kiosk.page.getByText(/^Prea multe încercări greșite\./).first();
    await kiosk.tryCodes(wrong);
    for (let tries = 1; tries < 5; tries++) {
      await expect(kiosk.page.getByText(/^Codurile nu se potrivesc\./).first()).toBeVisible();
      await expect(kiosk.page.getByText(/Cod intern .* greșit/)).toHaveCount(0);
      await next.tap();
      await expect(locked.or(kiosk.page.getByText(/^Codurile nu se potrivesc\./).first())).toBeVisible();
      if (tries >= 3) {
        await expect(locked).toContainText(/peste \d+\ss/);
        await expect(next).toBeDisabled();
        await expect(next).toBeEnabled({ timeout: 30_000 });
        await next.tap();
      }
    }
    await expect(kiosk.page.getByText(/^Codurile nu se potrivesc\./).first()).toBeVisible();
    await next.tap();
    await expect(locked).toContainText(/peste 1[45]\smin/);
    await expect(next).toBeDisabled();
    const before = await locked.textContent();
    await expect.poll(() => locked.textContent()).not.toBe(before); // it counts down
  });
}

async function verdictsOf({ meterId }: KioskCustomer) {
  return server.rows<{ outcome: string; findings: { code: string }[]; index: number; accepted: boolean }>(
    `select v.outcome, v.findings, r.index, r.accepted
     from verdicts v join reading_revisions r on r.submission_id = v.submission_id
     where r.meter_id = $1 order by r.captured_at`,
    [meterId],
  );
}
