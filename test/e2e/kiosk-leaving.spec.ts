import { expect, test } from '@playwright/test';
import { CentralServer } from './support/central-server';
import { heapsOf } from './support/heap';
import { type Kept, keptBy, profileBytes } from './support/kept';
import { Kiosk, type KioskSize, kioskSizeNames } from './support/kiosk';
import { type KioskCustomer, kioskCustomers } from './support/kiosk-customer';

test.describe.configure({ mode: 'parallel', timeout: 420_000 });
let server: CentralServer;
let kiosk: Kiosk;
let customer: KioskCustomer;

/** V8 cuts strings in a snapshot after 1024 signs unless told otherwise. */
const wholeStrings = '--heap-snapshot-string-limit=10000000';

async function begin(size: KioskSize, idleSeconds: number): Promise<void> {
  server = await CentralServer.begin();
  [customer] = (await kioskCustomers(server, 1)) as [KioskCustomer];
  kiosk = await Kiosk.newMachine(size, wholeStrings);
  await enrolWith(idleSeconds);
}

test.afterEach(async () => {
  await kiosk.scrap();
  await server.end();
});

/** The shortest that a policy may give. */
const warningSeconds = 20;
const shortIdleSeconds = 15;

async function enrolWith(idleSeconds: number): Promise<void> {
  await server.rows(
    `update policies set content = content
       || jsonb_build_object('visitIdleSeconds', $1::int, 'visitWarningSeconds', $2::int)`,
    [idleSeconds, warningSeconds],
  );
  await kiosk.enrol(server);
  await kiosk.expectOnline();
}

/** The page's own time goes on as always, and jumps where the test says so. */
async function takeClock(): Promise<void> {
  await kiosk.page.clock.install();
  await kiosk.page.reload();
  await kiosk.expectWaiting();
}

const nobodyFor = (seconds: number): Promise<void> => kiosk.page.clock.fastForward(seconds * 1000);

for (const size of kioskSizeNames) {
  test(`who is quiet is asked, gets more time, and when nobody answers the page starts afresh, ${size}`, async () => {
    await begin(size, shortIdleSeconds);
    await takeClock();
    const warning = kiosk.page.getByRole('alertdialog', { name: 'Mai aveți nevoie de timp?' });
    await kiosk.identify(customer);
    await nobodyFor(shortIdleSeconds);
    await expect(warning.getByRole('timer')).toHaveText(/^Mai sunt \d+ secunde\.$/);
    await expect(warning).toContainText('S-a auzit un semnal');
    await expect(kiosk.button('Mai am nevoie de timp')).toBeFocused();
    await kiosk.touch('Mai am nevoie de timp');
    await expect(warning).toHaveCount(0);
    await expect(kiosk.title).toHaveText('Ce doriți să faceți?');

    await nobodyFor(shortIdleSeconds);
    await expect(warning).toBeVisible();
    await kiosk.touch('Gata, am terminat');
    await kiosk.expectWaiting();

    await kiosk.identify(customer);
    await kiosk.touch('Consumuri');
    await kiosk.dial('123');
    await nobodyFor(shortIdleSeconds);
    await expect(warning).toContainText('S-a auzit un semnal');
    await nobodyFor(warningSeconds / 2);
    await expect(warning).toContainText('S-au auzit trei semnale');
    await nobodyFor(warningSeconds / 2);
    await kiosk.expectWaiting();
    await expect(kiosk.page.getByText(customer.clientCode)).toHaveCount(0);
    expect(await kiosk.page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });
}

/** Nobody's and nothing's of the demo: wherever one of them is found, it was typed here. */
const canaries = {
  email: 'canar.anonim@exemplu.ro',
  phone: '0799123987',
  password: 'parola-de-canar-77',
  wrongClientCode: '98761234',
  wrongInternalCode: '55443322',
};

const foundIn = (text: string, sought: Record<string, string>): string[] =>
  Object.entries(sought).flatMap(([name, canary]) => (text.includes(canary) ? [name] : []));

/**
 * Which of them the page or one of its workers holds, sorted.
 *
 * @param onPage sought in the page's memory alone
 */
async function foundInMemory(
  sought: Record<string, string>,
  onPage: Record<string, string> = {},
): Promise<string[]> {
  const heaps = await heapsOf(kiosk.page);
  expect(heaps.length).toBeGreaterThan(1); // the page and its data worker
  const found = heaps.flatMap(({ of, snapshot }) =>
    foundIn(snapshot, of === 'page' ? { ...sought, ...onPage } : sought),
  );
  return [...new Set(found)].sort();
}

function foundKept(kept: Kept, sought: Record<string, string>): string[] {
  return Object.entries(kept).flatMap(([place, text]) =>
    foundIn(text, sought).map((name) => `${name} in ${place}`),
  );
}

test('after a registration made offline nothing of it is in memory or storage', async () => {
  await begin('portrait', 600); // looking into memory takes its time
  await server.kill();
  await kiosk.expectOffline();
  const typed = { ...canaries, internalCode: customer.internalCode };

  await kiosk.tryCodes({ clientCode: canaries.wrongClientCode, internalCode: canaries.wrongInternalCode });
  await expect(kiosk.page.getByText(/^Codurile nu se potrivesc\./).first()).toBeVisible();
  expect(await foundInMemory({ code: canaries.wrongInternalCode })).toEqual(['code']);
  await kiosk.leave();

  await kiosk.identify(customer);
  await kiosk.touch('Înregistrează-te');
  await kiosk.write(canaries.email);
  await kiosk.touch('Mai departe');
  await kiosk.dial(canaries.phone);
  await kiosk.touch('Mai departe');
  await kiosk.write(canaries.password);
  await kiosk.touch('Mai departe');
  await kiosk.write(canaries.password);
  await kiosk.touch('Mai departe');
  await expect(kiosk.title).toHaveText('Este totul corect?');
  const { wrongClientCode: _, wrongInternalCode: __, ...ofVisit } = typed;
  const onPage = { clientCode: customer.clientCode }; // the worker holds all accounts of the office
  expect(await foundInMemory(ofVisit, onPage)).toEqual([...Object.keys(ofVisit), 'clientCode'].sort()); // the search finds what is there
  await kiosk.touch('Trimit înregistrarea');
  await expect(kiosk.title).toHaveText('Cererea este păstrată pe acest aparat', { timeout: 60_000 });
  const number = (await kiosk.receiptNumber()).replaceAll('-', '');
  await kiosk.leave();

  await expect.poll(() => foundInMemory(typed, onPage), { timeout: 120_000 }).toEqual([]);
  const kept = await keptBy(kiosk.page);
  expect(kept.OPFS).toContain(number); // the registration is there, and the search finds it
  expect(kept.IndexedDB).toContain(number);
  expect(kept.IndexedDB).toContain(customer.clientCode);
  expect(foundKept(kept, typed)).toEqual([]);
  expect(foundKept(kept, await everybody())).toEqual([]);
  await kiosk.close();
  const bytes = await profileBytes(kiosk.profile);
  expect(bytes).toContain(number);
  expect(foundIn(bytes, canaries)).toEqual([]);

  await kiosk.switchOn(server.url);
  await server.start();
  await expect
    .poll(() => loginOf(customer), { timeout: 60_000 })
    .toEqual([
      { email: canaries.email, phone: canaries.phone }, // the server could read what this device cannot
    ]);
});

const loginOf = ({ accountId }: KioskCustomer) =>
  server.rows<{ email: string; phone: string }>(
    `select l.email, a.phone from customer_logins l join accounts a on a.id = l.account_id where a.id = $1`,
    [accountId],
  );

/** What the utility knows of people and a kiosk must not: contacts, staff, full names and internal codes. */
async function everybody(): Promise<Record<string, string>> {
  const people = await server.rows<{ name: string; text: string }>(
    `select 'phone of ' || id as name, phone as text from accounts where phone is not null
     union all select 'e-mail of ' || id, email from accounts where email is not null
     union all select 'name of ' || id, holder_name from accounts
     union all select 'internal code of ' || id, '"' || internal_code || '"' from accounts
     union all select 'staff ' || id, display_name from staff
     union all select 'staff login ' || id, '"' || user_name || '"' from staff`,
  );
  expect(people.length).toBeGreaterThan(300);
  return Object.fromEntries(people.map(({ name, text }) => [name, text]));
}
