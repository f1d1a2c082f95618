// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import type { FakeDataApi } from '../../../support/fake-data-api';
import { fakeKiosk } from '../../../support/fake-kiosk';
import { press } from '../../../support/show-kiosk';
import { change, visitOf } from './visit-of';

afterEach(cleanup);

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

const order = (changes: Partial<PaymentOrder> = {}): PaymentOrder => ({
  id: 'order-1',
  accountId: '7',
  invoiceIds: ['7-2026-09', '7-2026-10'],
  channel: 'terminal',
  amountBani: 45_124,
  state: 'open',
  pageUrl: null,
  receiptNumber: null,
  madeAt: '2026-11-22T08:40:00.000Z',
  endsAt: '2026-11-22T08:50:00.000Z',
  settledAt: null,
  ...changes,
});
const answer = (changes: Partial<PaymentOrder>) => ({ outcome: 'order', order: order(changes) }) as const;

/** The payment arrives at the device, as the server has recorded it. */
function arrive(api: FakeDataApi, paid: PaymentOrder, creditBani = 0): void {
  api.billing.receive(paid, creditBani);
  change(api, {});
}

async function atHow(changes: Partial<FakeDataApi> = {}) {
  const shown = await visitOf({}, changes);
  await shown.choose(/^Plata facturi/);
  await shown.user.click(await press(/Plătesc 451,24/));
  await title(/Cum plătiți 451,24/);
  return shown;
}

test('by card: all open invoices, the terminal, and a receipt with its slip', async () => {
  const { user, api } = await atHow();
  await user.click(await press(/Cu cardul, aici/));
  await title('Plata este primită');
  expect(await screen.findByText('7F3K-2M9Q-4XA')).toBeTruthy();
  arrive(api, order({ id: api.orders[0]?.orderId ?? '' }));
  expect(api.orders).toEqual([
    {
      orderId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
      accountId: '7',
      invoiceIds: ['7-2026-09', '7-2026-10'],
      amountBani: 45_124,
      channel: 'terminal',
      language: 'ro',
    },
  ]);
  await user.click(await press('Tipărește bonul'));
  expect(await screen.findByText('Bonul este tipărit.')).toBeTruthy();
  expect(api.printed[0]?.text).toMatch(/Plată.*451,24.*card.*AVJ 223871, AVJ 224871.*Nu este bon fiscal/);
});

test('the slip of a payment goes by e-mail where the account has an address', async () => {
  const { user, api } = await atHow();
  await user.click(await press(/Cu cardul, aici/));
  await title('Plata este primită');
  expect(screen.queryByRole('button', { name: 'Vreau bonul pe e-mail' })).toBeNull();
  const [popescu] = api.customers;
  if (popescu) popescu.account.emailKnown = true;
  change(api, {});
  await user.click(await press('Vreau bonul pe e-mail'));
  expect(await screen.findByText('Bonul pleacă acum la adresa de e-mail a contului.')).toBeTruthy();
  expect(api.emailedSlips).toEqual([api.orders[0]?.orderId]);
});

test('a payment stays on the screen while what was pulled is built anew', async () => {
  const { user, api } = await atHow({ orderAnswer: answer({}) });
  await user.click(await press(/Cu cardul, aici/));
  await title('Apropiați sau introduceți cardul');
  change(api, { kiosk: { ...fakeKiosk, billingReady: false } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Apropiați sau introduceți cardul');
  change(api, { orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
  await title('Plata este primită');
});

test('what was paid is named also where the paid invoice is no longer held here', async () => {
  const { user, api } = await atHow({ orderAnswer: answer({}) });
  await user.click(await press(/Cu cardul, aici/));
  await title('Apropiați sau introduceți cardul');
  api.billing.invoices = () => [];
  change(api, { orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
  await title('Plata este primită');
  expect(screen.getByText('AVJ 223871, AVJ 224871')).toBeTruthy();
});

test('the amount is the one that was recorded, on the screen and on the slip', async () => {
  const { user, api } = await atHow({ orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
  await user.click(await press(/Cu telefonul/));
  await title('Plata este primită');
  expect(screen.getByText(/451,24.lei/)).toBeTruthy();
  arrive(api, order({ amountBani: 45_100 }));
  expect(await screen.findByText(/451,00.lei/)).toBeTruthy();
  await user.click(await press('Tipărește bonul'));
  await screen.findByText('Bonul este tipărit.');
  expect(api.printed[0]?.text).toMatch(/Suma451,00/);
});

describe('an invoice that somebody paid at a counter meanwhile', () => {
  const said = async () => (await screen.findAllByText(/rămâne în avans|este în avans/))[0]?.textContent;
  async function paid() {
    const shown = await atHow({ orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
    await shown.user.click(await press(/Cu telefonul/));
    await title('Plata este primită');
    return shown;
  }

  test('leaves the whole sum in advance: the result and the slip say so, and name no invoice', async () => {
    const { user, api } = await paid();
    expect(screen.getByText(/Facturile se actualizează îndată/)).toBeTruthy();
    arrive(api, order(), 45_124);
    expect(await said()).toMatch(/plătite între timp.*Toată suma, 451,24.lei, rămâne în avans/);
    expect(screen.queryByText(/AVJ|se actualizează/)).toBeNull();
    await user.click(await press('Tipărește bonul'));
    await screen.findByText('Bonul este tipărit.');
    expect(api.printed[0]?.text).toMatch(/Suma451,24.*În avans451,24/);
    expect(api.printed[0]?.text).not.toContain('AVJ');
  });

  test('leaves what is over in advance, and the invoice that it pays is named', async () => {
    const { api } = await paid();
    arrive(api, order(), 21_784);
    expect(await said()).toMatch(/O parte din sumă fusese plătită.*217,84.lei, este în avans/);
    expect(screen.getByText('AVJ 223871')).toBeTruthy();
  });

  test('is not known before the payment is here: the slip names no invoice until then', async () => {
    const { user, api } = await paid();
    await user.click(await press('Tipărește bonul'));
    await screen.findByText('Bonul este tipărit.');
    expect(api.printed[0]?.text).toMatch(/Suma451,24/);
    expect(api.printed[0]?.text).not.toMatch(/AVJ|În avans/);
  });
});

test('an invoice left out is not paid, and the total follows; without any nothing can be paid', async () => {
  const { user, choose, api } = await visitOf();
  await choose(/^Plata facturi/);
  await user.click(await screen.findByRole('checkbox', { name: /octombrie 2026/ }));
  await user.click(await press(/Plătesc 233,40/));
  await user.click(await press('Înapoi'));
  await user.click(await screen.findByRole('checkbox', { name: /septembrie 2026/ }));
  expect((await press(/Plătesc 0,00/)).getAttribute('disabled')).not.toBeNull();
  expect(api.orders).toEqual([]);
});

test('by phone: the page’s address as a code and in words, until it is paid', async () => {
  const page = answer({ channel: 'page', pageUrl: 'https://plata.exemplu.ro/p/4f9a2c' });
  const { user, api } = await atHow({ orderAnswer: page });
  await user.click(await press(/Cu telefonul/));
  await title('Scanați codul cu telefonul');
  expect(screen.getByRole('img', { name: 'Cod QR cu adresa paginii de plată' })).toBeTruthy();
  expect(screen.getByText('plata.exemplu.ro/p/4f9a2c')).toBeTruthy();
  change(api, { orderAnswer: answer({ channel: 'page', state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
  await title('Plata este primită');
});

describe('the time to pay', () => {
  test('a customer at the terminal is not asked whether they are still there', async () => {
    const { user, clock } = await atHow({ orderAnswer: answer({}) });
    await user.click(await press(/Cu cardul, aici/));
    await title('Apropiați sau introduceți cardul');
    clock.ms += 89_000;
    await waitFor(() => expect(clock.seenMs).toBe(clock.ms));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('a phone has three minutes; then the question comes, so that a screen left behind is wiped', async () => {
    const { user, clock } = await atHow({ orderAnswer: answer({ channel: 'page' }) });
    await user.click(await press(/Cu telefonul/));
    await title('Scanați codul cu telefonul');
    clock.ms += 179_000;
    await waitFor(() => expect(clock.seenMs).toBe(clock.ms));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    clock.ms += 2_000; // the three minutes are over
    await waitFor(() => expect(clock.seenMs).toBe(clock.ms));
    clock.ms += 61_000;
    expect(await screen.findByRole('alertdialog')).toBeTruthy();
  });
});

describe('«Gata» before the payment has ended', () => {
  const asked = () => screen.findByRole('alertdialog', { name: 'Plata nu s-a încheiat. Plecați?' });

  test('asks first; whoever stays sees how it ends, and then goes without a question', async () => {
    const { user, api, outside } = await atHow({ orderAnswer: answer({}) });
    await user.click(await press(/Cu cardul, aici/));
    await title('Apropiați sau introduceți cardul');
    await user.click(await press('Gata'));
    expect((await asked()).textContent).toMatch(/plata poate continua acolo/);
    await user.click(await press('Rămân aici'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await user.click(await press('Gata'));
    await asked();
    change(api, { orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
    await title('Plata este primită');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await user.click(await press('Gata'));
    await waitFor(() => expect(outside.reloads).toBe(1));
  });

  test.each([
    ['on the phone', answer({ channel: 'page' }), 'Scanați codul cu telefonul', /continua pe telefon/],
    ['of unknown outcome', answer({ state: 'unknown' }), 'Nu plătiți din nou: verificăm', /Nu știm încă/],
    ['not heard of', { outcome: 'offline' }, 'Legătura s-a întrerupt: nu plătiți din nou', /Nu știm încă/],
  ] as const)(
    '%s: told what may happen, and leaving stays possible',
    async (_case, orderAnswer, at, words) => {
      const { user, outside } = await atHow({ orderAnswer });
      await user.click(await press(/Cu cardul, aici/));
      await title(at);
      await user.click(await press('Gata'));
      expect((await asked()).textContent).toMatch(words);
      await user.click(await press('Plec totuși'));
      await waitFor(() => expect(outside.reloads).toBe(1));
    },
  );
});

describe('never a second charge', () => {
  test('what may have been charged says «nu plătiți din nou», offers no way to pay, and ends when it is known', async () => {
    const { user, api } = await atHow({ orderAnswer: answer({ state: 'unknown' }) });
    await user.click(await press(/Cu cardul, aici/));
    await title('Nu plătiți din nou: verificăm');
    expect(screen.queryByRole('button', { name: /Încearcă|Plătesc|Înapoi/ })).toBeNull();
    change(api, { orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
    await title('Plata este primită');
    expect(api.orders).toHaveLength(1);
  });

  test('an order that nobody heard of is asked for again by its own id', async () => {
    const { user, api } = await atHow({ orderAnswer: { outcome: 'offline' } });
    await user.click(await press(/Cu cardul, aici/));
    await title('Legătura s-a întrerupt: nu plătiți din nou');
    change(api, { orderAnswer: null });
    await user.click(await press('Verific din nou'));
    await title('Plata este primită');
    expect(api.orders).toHaveLength(2);
    expect(api.orders[1]).toEqual(api.orders[0]);
  });

  test.each(['not-begun', 'terminal-busy', 'no-card-terminal', 'no-room'] as const)(
    'a refusal (%s) does not answer for the request before it, which nobody heard of',
    async (reason) => {
      const { user, api } = await atHow({ orderAnswer: { outcome: 'offline' } });
      await user.click(await press(/Cu cardul, aici/));
      await title('Legătura s-a întrerupt: nu plătiți din nou');
      change(api, { orderAnswer: { outcome: 'refused', reason } });
      await user.click(await press('Verific din nou'));
      await waitFor(() => expect(api.orders).toHaveLength(2));
      await title('Legătura s-a întrerupt: nu plătiți din nou');
      change(api, { orderAnswer: null });
      await user.click(await press('Verific din nou'));
      await title('Plata este primită');
    },
  );

  test('a call that fails counts as unheard', async () => {
    const { user, api } = await atHow();
    api.orderPayment = async () => Promise.reject(new Error('the worker is gone'));
    await user.click(await press(/Cu cardul, aici/));
    await title('Legătura s-a întrerupt: nu plătiți din nou');
  });

  test('a connection lost while paying is told, and asked on until the answer comes', async () => {
    const { user, api } = await atHow({ orderAnswer: answer({}) });
    await user.click(await press(/Cu cardul, aici/));
    await title('Apropiați sau introduceți cardul');
    change(api, { orderAnswer: { outcome: 'offline' } });
    expect(await screen.findByText(/Nu știm încă dacă plata s-a făcut/)).toBeTruthy();
    change(api, { orderAnswer: answer({ state: 'paid', receiptNumber: '7F3K2M9Q4XA' }) });
    await title('Plata este primită');
    expect(api.orders).toHaveLength(1);
  });
});

describe('a payment begun before, for which the server answers with another order than was asked for', () => {
  const onlyOctober = answer({ invoiceIds: ['7-2026-10'], amountBani: 21_784 });

  test('is told as what it is, while it lasts and once it is paid', async () => {
    const { user, api } = await atHow({ orderAnswer: onlyOctober });
    await user.click(await press(/Cu cardul, aici/));
    await title('Apropiați sau introduceți cardul');
    expect(screen.getByText(/plata începută mai devreme: 217,84.*, pentru AVJ 224871\./)).toBeTruthy();
    change(api, {
      orderAnswer: answer({ ...onlyOctober.order, state: 'paid', receiptNumber: '7F3K2M9Q4XA' }),
    });
    await title('Plata este primită');
    expect(screen.getByText(/plata începută mai devreme/)).toBeTruthy();
    arrive(api, onlyOctober.order);
    await user.click(await press('Tipărește bonul'));
    await screen.findByText('Bonul este tipărit.');
    expect(api.printed[0]?.text).toMatch(/217,84.*AVJ 224871/);
    expect(api.printed[0]?.text).not.toContain('AVJ 223871');
  });

  test('says so too while it is not known', async () => {
    const { user } = await atHow({ orderAnswer: answer({ ...onlyOctober.order, state: 'unknown' }) });
    await user.click(await press(/Cu cardul, aici/));
    await title('Nu plătiți din nou: verificăm');
    expect(screen.getByText(/plata începută mai devreme: 217,84/)).toBeTruthy();
  });
});

describe('what takes no money says so, and only then another order is made', () => {
  test.each([
    ['declined', 'Plata a fost respinsă'],
    ['expired', 'Timpul pentru plată a trecut'],
    ['failed', 'Plata nu s-a putut face'],
  ] as const)('%s', async (state, heading) => {
    const { user, api } = await atHow({ orderAnswer: answer({ state }) });
    await user.click(await press(/Cu cardul, aici/));
    await title(heading);
    change(api, { orderAnswer: null });
    await user.click(await press('Aleg din nou cum plătesc'));
    await title(/Cum plătiți 451,24/);
    await user.click(await press(/Cu telefonul/));
    await title('Plata este primită');
    const [first, second] = api.orders;
    expect(second?.orderId).not.toBe(first?.orderId);
    expect(second?.channel).toBe('page');
  });

  test('«Înapoi» leads home, where the rest of the visit can go on', async () => {
    const { user } = await atHow({ orderAnswer: answer({ state: 'declined' }) });
    await user.click(await press(/Cu cardul, aici/));
    await title('Plata a fost respinsă');
    await user.click(await press('Înapoi'));
    await title('Ce doriți să faceți?');
  });

  test('a terminal that is busy leads to the other way', async () => {
    const { user } = await atHow({ orderAnswer: { outcome: 'refused', reason: 'terminal-busy' } });
    await user.click(await press(/Cu cardul, aici/));
    await title('Plata nu s-a putut face');
    await user.click(await press('Aleg din nou cum plătesc'));
    expect(await press(/Cu telefonul/)).toBeTruthy();
  });

  test('a payment for which this device has no room is not begun: said so, and not to be tried again', async () => {
    const { user } = await atHow({ orderAnswer: { outcome: 'refused', reason: 'no-room' } });
    await user.click(await press(/Cu cardul, aici/));
    await title('Plata nu s-a putut face');
    expect(screen.getByText(/nu mai are loc.* nu s-a luat niciun ban.* plătiți la ghișeu/)).toBeTruthy();
    expect(screen.queryByText(/Încercați din nou/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Aleg din nou cum plătesc' })).toBeNull();
  });

  test('an order that did not begin says so, and another one may be made', async () => {
    const { user, api } = await atHow({ orderAnswer: { outcome: 'refused', reason: 'not-begun' } });
    await user.click(await press(/Cu cardul, aici/));
    await title('Plata nu s-a putut face');
    expect(screen.getByText(/Plata nu a început și nu s-a luat niciun ban/)).toBeTruthy();
    change(api, { orderAnswer: null });
    await user.click(await press('Aleg din nou cum plătesc'));
    await user.click(await press(/Cu cardul, aici/));
    await title('Plata este primită');
  });

  test('an amount that has changed meanwhile is told', async () => {
    const { user } = await atHow({ orderAnswer: { outcome: 'refused', reason: 'amount-changed' } });
    await user.click(await press(/Cu cardul, aici/));
    expect(await screen.findByText(/Suma de plată s-a schimbat între timp/)).toBeTruthy();
    await user.click(await press('Încerc din nou'));
    await title('Ce facturi plătiți?');
  });
});

test.each([
  ['offline', { ...fakeKiosk, online: false }, 'Fără legătură nu se poate plăti aici'],
  [
    'neither terminal nor page',
    { ...fakeKiosk, cardTerminal: false, paymentPage: false },
    'La acest aparat nu se poate plăti',
  ],
])('%s: said, with the counter as the way', async (_name, kiosk, heading) => {
  const { choose } = await visitOf({}, { kiosk });
  await choose(/^Plata facturi/);
  await title(heading);
  expect(screen.getByText(/ghișeu/)).toBeTruthy();
});

test('nothing to pay is good news', async () => {
  const { choose } = await visitOf({ accountId: '12' });
  await choose(/^Plata facturi/);
  await title('Nu aveți nimic de plată');
});
