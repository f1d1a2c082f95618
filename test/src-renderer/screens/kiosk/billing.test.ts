// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeKiosk } from '../../../support/fake-kiosk';
import { press } from '../../../support/show-kiosk';
import { change, visitOf } from './visit-of';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** As a screen lays it out: rows of 100 px in a room of so many. */
function layOut(rows: number): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(rows * 100);
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
    return Math.max(rows, this.querySelectorAll('li').length) * 100;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1000, 100));
}

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

test('invoices: what is open comes first, with its state in a word, and the sum above', async () => {
  const { choose } = await visitOf();
  await choose(/^Evidență facturi/);
  await title('Evidență facturi');
  expect(screen.getByText(/De plată: 451,24/)).toBeTruthy();
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toMatch(/septembrie 2026.*scadență depășită/);
  expect(second?.textContent).toMatch(/octombrie 2026.*de plată/);
});

test('the list is turned by pages, not scrolled', async () => {
  layOut(4);
  const { user, choose } = await visitOf();
  await choose(/^Evidență facturi/);
  expect(await screen.findByText('Pagina 1 din 2')).toBeTruthy();
  await user.click(await press('Pagina următoare'));
  expect(await screen.findByText('Pagina 2 din 2')).toBeTruthy();
  expect(screen.getAllByRole('listitem').at(-2)?.textContent).toMatch(/mai 2026.*plătită/);
});

describe('what is older than the device holds', () => {
  test('comes when somebody asks for it, and opens with its lines like the rest', async () => {
    const { user, choose } = await visitOf();
    await choose(/^Evidență facturi/);
    await user.click(await press('Facturi mai vechi'));
    expect(await press(/decembrie 2025.*plătită/)).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(15);
    expect(screen.queryByRole('button', { name: 'Facturi mai vechi' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Evidență facturi' }));
    await user.click(await press(/aprilie 2026/));
    await title('Factura AVJ 218871');
    expect(screen.getByText('Canalizare')).toBeTruthy();
    await user.click(await press('Înapoi'));
    expect(await press(/decembrie 2025.*plătită/)).toBeTruthy();
  });

  test('may be nothing, or not to be had now: both are said', async () => {
    const { user, choose, api } = await visitOf({}, { olderAnswer: { outcome: 'not-fetched' } });
    await choose(/^Evidență plăți/);
    await user.click(await press('Plăți mai vechi'));
    const again = await press(/^Plăți mai vechi.*Atingeți încă o dată/);
    change(api, { olderAnswer: { outcome: 'older', invoices: [], payments: [] } });
    await user.click(again);
    expect(await screen.findByText('Nu este nimic mai vechi.')).toBeTruthy();
  });

  test('is not offered without a connection', async () => {
    const { choose } = await visitOf({}, { kiosk: { ...fakeKiosk, online: false } });
    await choose(/^Evidență facturi/);
    expect(await screen.findByText(/se poate vedea când există conexiune/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Facturi mai vechi' })).toBeNull();
  });

  test('may be all there is', async () => {
    const { user, choose } = await visitOf({ accountId: '12' });
    await choose(/^Evidență facturi/);
    await title('Nicio factură');
    await user.click(await press('Facturi mai vechi'));
    await title('Evidență facturi');
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
  });
});

test('what fits stands on one page', async () => {
  layOut(20);
  const { choose } = await visitOf();
  await choose(/^Evidență facturi/);
  await title('Evidență facturi');
  expect(screen.getAllByRole('listitem').at(-2)?.textContent).toMatch(/mai 2026.*plătită/);
  expect(screen.queryByText(/^Pagina/)).toBeNull();
});

test('what the pay button takes from other pages is said', async () => {
  layOut(1);
  const { user, choose } = await visitOf();
  await choose(/^Plata facturi/);
  expect(await screen.findByText('2 facturi alese, din care 1 pe altă pagină')).toBeTruthy();
  await user.click(await press('Pagina următoare'));
  expect(screen.getByRole('checkbox', { name: /octombrie 2026/ })).toBeTruthy();
});

test('by keyboard alone: an invoice opens with its lines, and its payment begins with it alone', async () => {
  const { user, choose } = await visitOf();
  await choose(/^Evidență facturi/);
  (await press(/septembrie 2026/)).focus();
  await user.keyboard('{Enter}');
  await title('Factura AVJ 223871');
  expect(screen.getByRole('row', { name: /Apă potabilă 15 m³ 7,78.lei 116,70.lei/ })).toBeTruthy();
  (await press('Plătesc această factură')).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('1 factură aleasă')).toBeTruthy();
  expect(await press(/Plătesc 233,40/)).toBeTruthy();
});

test('without a connection the data has an age, and it is said', async () => {
  const { api, choose } = await visitOf();
  change(api, {
    connection: {
      connection: { state: 'offline', since: '2026-11-22T06:00:00.000Z', reason: 'unreachable' },
    },
  });
  await choose(/^Evidență facturi/);
  expect(await screen.findByText(/Fără legătură: datele sunt cele din 22.11.2026 10:40/)).toBeTruthy();
});

test('payments: when, how, for which invoices', async () => {
  const { choose } = await visitOf();
  await choose(/^Evidență plăți/);
  await title('Evidență plăți');
  expect(screen.getAllByRole('listitem')[0]?.textContent).toMatch(
    /20.09.2026 11:10.*pentru AVJ\s222871.*248,96.*numerar/,
  );
});

test('a balance that is a credit is told at home and over the invoices', async () => {
  const { api, choose } = await visitOf();
  for (const invoice of api.billing.invoices('7').filter(({ outstandingBani }) => outstandingBani > 0))
    api.billing.receive({
      ...{ id: `paid-${invoice.id}`, accountId: '7', invoiceIds: [invoice.id] },
      amountBani: invoice.outstandingBani,
    });
  const [popescu] = api.customers;
  if (popescu) popescu.account.balanceBani = -16_139;
  change(api, {});
  expect(await press(/^Evidență facturi Nimic de plată · În avans 161,39.lei/)).toBeTruthy();
  expect(await press(/^Plata facturi Nu aveți nimic de plată/)).toBeTruthy();
  await choose(/^Evidență facturi/);
  expect(await screen.findByText(/^Nimic de plată · În avans 161,39.lei$/)).toBeTruthy();
});

test('an account without invoices is told so', async () => {
  const { choose } = await visitOf({ accountId: '12' });
  await choose(/^Evidență facturi/);
  await title('Nicio factură');
});

test('a visit that is over shows nothing of the account any more', async () => {
  const { api, choose } = await visitOf();
  await choose(/^Evidență facturi/);
  await title('Evidență facturi');
  act(() => {
    api.visit = null;
    api.changed();
  });
  await title('Vizita s-a încheiat');
  expect(screen.queryByText(/AVJ/)).toBeNull();
});

describe('invoices that have not arrived yet', () => {
  const coming = { kiosk: { ...fakeKiosk, billingReady: false } };

  test('are never called paid at home', async () => {
    const { api } = await visitOf({ accountId: '12' }, coming);
    expect(await press(/Evidență facturi Se încarcă/)).toBeTruthy();
    expect(await press(/Plata facturi Se încarcă/)).toBeTruthy();
    change(api, { kiosk: fakeKiosk });
    expect(await press(/Plata facturi Nu aveți nimic de plată/)).toBeTruthy();
  });

  test.each(['Evidență facturi', 'Plata facturi', 'Evidență plăți'])('*%s* waits for them', async (tile) => {
    const { choose } = await visitOf({ accountId: '12' }, coming);
    await choose(new RegExp(`^${tile}`));
    await title(tile);
    expect(screen.getByText('Un moment, vă rugăm…')).toBeTruthy();
  });
});

test('on a full disk home says what cannot be done here, and does not promise to keep anything', async () => {
  await visitOf({}, { kiosk: { ...fakeKiosk, canSave: false, online: false } });
  expect(await screen.findByText(/acest aparat nu mai are loc/)).toBeTruthy();
  expect(screen.queryByText(/se păstrează pe acest aparat/)).toBeNull();
});
