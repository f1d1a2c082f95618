// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import type { FakeDataApi } from '../../../support/fake-data-api';
import { fakeKiosk, fakeOrder } from '../../../support/fake-kiosk';
import { press } from '../../../support/show-kiosk';
import { change, visitOf } from './visit-of';

/* A page that is open on the phone, and the customer turns away from it at the kiosk. */
afterEach(cleanup);

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
/** What can be read; the same words are said by screen readers too. */
const said = (words: RegExp) => screen.findByText(words, { ignore: '[role=status]' });
const how = /Cum plătiți 451,24/;
const isOpen = /Pagina de plată de pe telefon este deschisă până la 10:50/;

async function atHow(changes: Partial<FakeDataApi> = {}) {
  const shown = await visitOf({}, { standing: { page: 'open', terminal: 'open' }, ...changes });
  await shown.choose(/^Plata facturi/);
  await shown.user.click(await press(/Plătesc 451,24/));
  await title(how);
  return shown;
}

/** Back at the choice, with the page open. */
async function turnedAway(changes: Partial<FakeDataApi> = {}) {
  const shown = await atHow(changes);
  await shown.user.click(await press(/Cu telefonul/));
  await title('Scanați codul cu telefonul');
  await shown.user.click(await press('Înapoi'));
  await title(how);
  return shown;
}

async function atHome(changes: Partial<FakeDataApi> = {}) {
  const shown = await turnedAway(changes);
  await shown.user.click(await press('Înapoi'));
  await title('Ce facturi plătiți?');
  await shown.user.click(await press('Înapoi'));
  await title('Ce doriți să faceți?');
  return shown;
}

/** How the orders of the page and of the terminal stand from now on. */
const stand = (api: FakeDataApi, standing: FakeDataApi['standing']) =>
  change(api, { standing: { ...api.standing, ...standing } });

const orderOf = (api: FakeDataApi, place: number): PaymentOrder => {
  const entry = api.orders[place];
  if (!entry) throw new Error(`There is no order ${place}.`);
  return fakeOrder(entry);
};

describe('«Înapoi» from the page', () => {
  test('leads to the ways of paying, which say that it is open and that one pays in one place', async () => {
    await turnedAway();
    expect((await said(isOpen)).textContent).toMatch(/nu mai plătiți și pe telefon/);
    expect(await press(/Cu cardul, aici/)).toBeTruthy();
  });

  test('and to the same page again: nothing is begun a second time', async () => {
    const { user, api } = await turnedAway();
    await user.click(await press(/Cu telefonul.*din nou codul/));
    await title('Scanați codul cu telefonul');
    expect(screen.getByText('plata.exemplu.ro/p/4f9a2c')).toBeTruthy();
    expect(screen.queryByText(/Mai este deschisă/)).toBeNull();
    stand(api, { page: 'paid' });
    await title('Plata este primită');
    expect(screen.queryByText(/începută mai devreme/)).toBeNull();
    expect(api.orders).toHaveLength(1);
  });

  test('is not undone by an answer that was on its way', async () => {
    const { user, api } = await atHow();
    const asked: ((state: PaymentOrder['state']) => void)[] = [];
    api.followOrder = () =>
      new Promise((resolve) =>
        asked.push((state) => resolve({ outcome: 'order', order: { ...orderOf(api, 0), state } })),
      );
    await user.click(await press(/Cu telefonul/));
    await title('Scanați codul cu telefonul');
    await waitFor(() => expect(asked).toHaveLength(1));
    await user.click(await press('Înapoi'));
    await title(how);
    await waitFor(() => expect(asked).toHaveLength(2)); // it is followed on
    await act(async () => asked[0]?.('open'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(how);
  });

  test.each([
    ['a terminal', /Cu cardul, aici/, 'Apropiați sau introduceți cardul', {}],
    ['a page of unknown outcome', /Cu telefonul/, 'Nu plătiți din nou: verificăm', { page: 'unknown' }],
  ] as const)('does not stand at %s: a second order could charge a second time', async (_at, way, at, to) => {
    const { user, api } = await atHow();
    await user.click(await press(way));
    stand(api, to);
    await title(at);
    expect(screen.queryByRole('button', { name: 'Înapoi' })).toBeNull();
  });

  test('a page for other invoices is another page, and says that only one is to be paid', async () => {
    const { user, api } = await turnedAway();
    await user.click(await press('Înapoi'));
    await user.click(await screen.findByRole('checkbox', { name: /octombrie 2026/ }));
    await user.click(await press(/Plătesc 233,40/));
    expect(await said(isOpen)).toBeTruthy();
    await user.click(await press(/Cu telefonul/));
    await title('Scanați codul cu telefonul');
    expect(await said(/deschisă o pagină de plată, de 451,24.*numai una/)).toBeTruthy();
    expect(api.orders.map(({ amountBani }) => amountBani)).toEqual([45_124, 23_340]);
  });

  test('without a card terminal nothing is said of a card', async () => {
    await turnedAway({ kiosk: { ...fakeKiosk, cardTerminal: false } });
    expect((await said(isOpen)).textContent).not.toMatch(/card/);
  });
});

describe('the page is followed after that', () => {
  test('paid while the ways of paying are looked at: the receipt is there, and nothing is left to choose', async () => {
    const { user, api } = await turnedAway();
    stand(api, { page: 'paid' });
    await title('Plata este primită');
    expect(screen.queryByText(/începută mai devreme/)).toBeNull();
    expect(screen.queryByRole('button', { name: /Cu cardul/ })).toBeNull();
    expect(await screen.findByText('7F3K-2M9Q-4XA')).toBeTruthy();
    await user.click(await press('Mai am ceva de făcut'));
    await title('Ce doriți să faceți?');
    expect(screen.queryByText(/Plata cu telefonul/)).toBeNull(); // it was told
    await user.click(await press(/^Plata facturi/));
    await title('Ce facturi plătiți?');
  });

  test('paid at home: said there, until its receipt and slip were seen', async () => {
    const { user, api, choose } = await atHome();
    expect(await said(/Plata cu telefonul, de 451,24.lei, se poate face până la 10:50/)).toBeTruthy();
    stand(api, { page: 'paid' });
    expect(await said(/Plata cu telefonul, de 451,24.lei, este primită/)).toBeTruthy();
    await choose(/^Plata facturi/);
    await title('Plata este primită');
    await user.click(await press('Tipărește bonul'));
    await screen.findByText('Bonul este tipărit.');
    expect(api.printed[0]?.text).toMatch(/451,24/);
  });

  test('paid while another account of the customer is looked at: said there, with where its slip is', async () => {
    const { user, api, choose } = await atHome();
    act(() => api.open(['7', '8'], api.profileOf('7')));
    await act(() => api.chooseAccount('8'));
    expect(await said(/pentru alt cont al dumneavoastră, se poate face până la 10:50/)).toBeTruthy();
    stand(api, { page: 'paid' });
    const received = await said(/pentru alt cont al dumneavoastră, este primită/);
    expect(received.textContent).toMatch(/Bonul este în acel cont, la Plata facturi/);
    await act(() => api.chooseAccount('7'));
    await choose(/^Plata facturi/);
    await title('Plata este primită');
    await user.click(await press('Mai am ceva de făcut'));
    await title('Ce doriți să faceți?');
    expect(screen.queryByText(/Plata cu telefonul/)).toBeNull();
  });

  test.each(['expired', 'declined', 'failed'] as const)(
    '%s: no longer spoken of, and the phone gets a new page',
    async (state) => {
      const { user, api } = await turnedAway();
      stand(api, { page: state });
      await waitFor(() => expect(screen.queryByText(isOpen)).toBeNull());
      stand(api, { page: 'open' });
      await user.click(await press(/Cu telefonul.*Scanați un cod/));
      await title('Scanați codul cu telefonul');
      expect(api.orders).toHaveLength(2);
    },
  );

  test('of unknown outcome: not to be paid again, at home and where it would be paid, until it is known', async () => {
    const { user, api, choose } = await atHome();
    stand(api, { page: 'unknown' });
    expect(await said(/Verificăm dacă plata cu telefonul, de 451,24/)).toBeTruthy();
    await choose(/^Plata facturi/);
    await user.click(await press(/Plătesc 451,24/));
    await title('Nu plătiți din nou: verificăm');
    await user.click(await press('Gata'));
    expect((await screen.findByRole('alertdialog')).textContent).toMatch(/Nu știm încă/);
    await user.click(await press('Rămân aici'));
    await user.click(await press('Înapoi')); // to invoices that it does not pay
    await title('Ce facturi plătiți?');
    stand(api, { page: 'paid' });
    await title('Plata este primită');
    expect(api.orders).toHaveLength(1);
  });

  test('a card asked for while its outcome became unknown: the server answers with it, and it is told once', async () => {
    const { user, api } = await turnedAway();
    const page = orderOf(api, 0);
    api.orderPayment = async () => ({ outcome: 'order', order: { ...page, state: 'unknown' } });
    stand(api, { page: 'unknown' });
    await user.click(await press(/Cu cardul, aici/));
    await title('Nu plătiți din nou: verificăm');
    stand(api, { page: 'paid' });
    await title('Plata este primită');
    await user.click(await press('Mai am ceva de făcut'));
    await title('Ce doriți să faceți?');
    expect(screen.queryByText(/Plata cu telefonul/)).toBeNull();
    await user.click(await press(/^Plata facturi/));
    await title('Ce facturi plătiți?');
  });

  test('a connection that is lost takes nothing back, and when it is there again the payment is told', async () => {
    const { api } = await turnedAway();
    change(api, { orderAnswer: { outcome: 'offline' }, kiosk: { ...fakeKiosk, online: false } });
    await title('Fără legătură nu se poate plăti aici');
    change(api, { orderAnswer: null, kiosk: fakeKiosk, standing: { page: 'paid' } });
    await title('Plata este primită');
  });
});

describe('the card while the page is open', () => {
  async function atTerminal() {
    const shown = await turnedAway();
    await shown.user.click(await press(/Cu cardul, aici/));
    await title('Apropiați sau introduceți cardul');
    return shown;
  }

  const leaving = () => screen.findByRole('alertdialog', { name: 'Nu mai plătiți pe telefon. Plecați?' });

  test('is another order, and says that the phone is not to be used as well: here, when paid, at home and at «Gata»', async () => {
    const { user, api } = await atTerminal();
    const notToo = /Nu mai plătiți și pe telefon: pagina de acolo rămâne deschisă până la 10:50/;
    expect(await said(notToo)).toBeTruthy();
    expect(screen.queryByText(/începută mai devreme/)).toBeNull();
    expect(api.orders.map(({ channel }) => channel)).toEqual(['page', 'terminal']);
    stand(api, { terminal: 'paid' });
    await title('Plata este primită');
    expect(await said(notToo)).toBeTruthy();
    await user.click(await press('Gata'));
    expect((await leaving()).textContent).toMatch(/rămâne în avans/);
    await user.click(await press('Rămân aici'));
    await user.click(await press('Mai am ceva de făcut'));
    expect(await said(/Ați plătit deja.*451,24.*10:50/)).toBeTruthy();
    await user.click(await press('Gata'));
    await leaving();
    stand(api, { page: 'expired' });
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  test('and paid, while the invoices are not yet known to be paid: no page is shown for them again', async () => {
    const { user, api } = await atTerminal();
    stand(api, { terminal: 'paid' });
    await title('Plata este primită');
    await user.click(await press('Mai am ceva de făcut'));
    await user.click(await press(/^Plata facturi/));
    await user.click(await press(/Plătesc 451,24/));
    await title(how);
    expect(await said(/Ați plătit deja.*10:50/)).toBeTruthy();
    api.orderPayment = async () => ({ outcome: 'refused', reason: 'amount-changed' });
    await user.click(await press(/Cu telefonul.*Scanați un cod/));
    await title('Plata nu s-a putut face');
  });

  test('a page that is paid before the card is shown: the card is called off, and the result is the phone’s', async () => {
    const { api } = await atTerminal();
    stand(api, { page: 'paid' });
    await title('Plata cu telefonul este primită');
    expect(screen.getByText(/Cardul nu mai este necesar: anulați plata pe terminal/)).toBeTruthy();
    stand(api, { terminal: 'declined' });
    await title('Plata este primită');
    expect(await screen.findByText('7F3K-2M9Q-4XA')).toBeTruthy();
  });

  test('paid both ways: the result says so and what is in advance, and then the other one is told', async () => {
    const { user, api } = await atTerminal();
    stand(api, { page: 'paid' });
    await title('Plata cu telefonul este primită');
    stand(api, { terminal: 'paid' });
    await title('Plata este primită');
    api.billing.receive(orderOf(api, 0));
    api.billing.receive(orderOf(api, 1), 45_124);
    change(api, {});
    expect(await said(/Toată suma, 451,24.lei, rămâne în avans/)).toBeTruthy();
    expect(await said(/Și plata cu telefonul, de 451,24.lei, este primită/)).toBeTruthy();
    await user.click(await press('Tipărește bonul'));
    await screen.findByText('Bonul este tipărit.');
    expect(api.printed[0]?.text).toMatch(/În avans451,24/);
    await user.click(await press('Mai am ceva de făcut'));
    await user.click(await press(/^Plata facturi/));
    await title('Plata este primită');
    expect(screen.getByText('AVJ 223871, AVJ 224871')).toBeTruthy();
  });

  test('of which nobody knows whether it paid: the phone is not to be used, and its payment is told', async () => {
    const { api } = await atTerminal();
    stand(api, { terminal: 'unknown' });
    await title('Nu plătiți din nou: verificăm');
    expect(await said(/Nu mai plătiți și pe telefon/)).toBeTruthy();
    stand(api, { page: 'paid' });
    expect(await said(/Plata cu telefonul, de 451,24.lei, este primită/)).toBeTruthy();
    stand(api, { terminal: 'declined' });
    await title('Plata este primită');
  });

  test('that is declined leaves the page as it was', async () => {
    const { user, api } = await atTerminal();
    stand(api, { terminal: 'declined' });
    await title('Plata a fost respinsă');
    await user.click(await press('Aleg din nou cum plătesc'));
    await title(how);
    expect(await said(isOpen)).toBeTruthy();
  });

  test('refused because the phone has paid: the payment is told instead', async () => {
    const { user, api } = await turnedAway();
    api.orderPayment = async () => ({ outcome: 'refused', reason: 'amount-changed' });
    await user.click(await press(/Cu cardul, aici/));
    await title('Plata nu s-a putut face');
    stand(api, { page: 'paid' });
    await title('Plata este primită');
  });
});

describe('«Gata» after turning away', () => {
  test.each(['ways', 'home'] as const)('asks for the page’s sake (%s), until it is over', async (at) => {
    const { user, api, outside } = await (at === 'home' ? atHome() : turnedAway());
    await user.click(await press('Gata'));
    const asked = await screen.findByRole('alertdialog', { name: 'Plata nu s-a încheiat. Plecați?' });
    expect(asked.textContent).toMatch(/continua pe telefon/);
    await user.click(await press('Rămân aici'));
    stand(api, { page: 'declined' });
    await waitFor(() => expect(screen.queryByText(/Pagina de plată|Plata cu telefonul/)).toBeNull());
    await user.click(await press('Gata'));
    await waitFor(() => expect(outside.reloads).toBe(1));
  });
});

test('whoever turned away from the page and left the kiosk is asked as on any screen, and wiped', async () => {
  const { clock, outside } = await turnedAway();
  clock.ms += 61_000;
  expect(await screen.findByRole('alertdialog', { name: /Mai aveți nevoie de timp/ })).toBeTruthy();
  clock.ms += 31_000;
  await waitFor(() => expect(outside.reloads).toBe(1));
});

describe('two pages for an invoice', () => {
  /** The first for two invoices, the second, on the screen, for one of them. */
  async function atSecondPage() {
    const shown = await turnedAway();
    const { user, api } = shown;
    await user.click(await press('Înapoi'));
    await user.click(await screen.findByRole('checkbox', { name: /octombrie 2026/ }));
    await user.click(await press(/Plătesc 233,40/));
    await user.click(await press(/Cu telefonul/));
    await title('Scanați codul cu telefonul');
    const states = new Map<string, PaymentOrder['state']>();
    api.followOrder = async (id) => {
      const order = orderOf(
        api,
        api.orders.findIndex(({ orderId }) => orderId === id),
      );
      const state = states.get(id) ?? 'open';
      const receiptNumber = state === 'paid' ? '7F3K2M9Q4XA' : null;
      return { outcome: 'order', order: { ...order, state, receiptNumber } };
    };
    const pay = (place: number) => states.set(orderOf(api, place).id, 'paid');
    return { ...shown, pay };
  }

  test('the second is paid: nobody is led to pay the first, here, at home and at «Gata»', async () => {
    const { user, pay } = await atSecondPage();
    pay(1);
    await title('Plata este primită');
    expect(await said(/Ați plătit deja.*451,24.*10:50/)).toBeTruthy();
    await user.click(await press('Mai am ceva de făcut'));
    await title('Ce doriți să faceți?');
    expect(await said(/Ați plătit deja.*451,24.*10:50/)).toBeTruthy();
    expect(screen.queryByText(/se poate face până la/)).toBeNull();
    await user.click(await press('Gata'));
    expect(
      await screen.findByRole('alertdialog', { name: 'Nu mai plătiți pe telefon. Plecați?' }),
    ).toBeTruthy();
  });

  test('the first is paid: the second’s code goes from the screen', async () => {
    const { user, pay } = await atSecondPage();
    pay(0);
    await title('Plata este primită');
    expect(await said(/Ați plătit deja.*233,40.*10:50/)).toBeTruthy();
    await user.click(await press('Mai am ceva de făcut'));
    expect(await said(/Ați plătit deja.*233,40.*10:50/)).toBeTruthy();
    pay(1);
    expect(await said(/Plata cu telefonul, de 233,40.lei, este primită/)).toBeTruthy();
  });
});
