// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { CounterMethod } from '../../../shared/model/payment';
import { FakeDataApi } from '../../support/fake-data-api';
import { FakeDrawer } from '../../support/fake-drawer';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

const asRead = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ');
const panel = () => within(screen.getByRole('tabpanel'));

async function keepIndex(api: FakeDataApi): Promise<void> {
  await act(() => api.saveReading({ accountId: '7', meterId: 'm7', entry: '01250' }, []));
}

async function take(api: FakeDataApi, amount: string, method: CounterMethod = 'cash'): Promise<void> {
  const invoiceIds = ['7-2026-09', '7-2026-10'];
  const entry = { accountId: '7', invoiceIds, amount, method, tendered: '', terminalReference: '004711' };
  await act(() => api.savePayment(entry));
}

function allReceived(api: FakeDataApi): void {
  act(() => {
    for (const { id } of [...api.own]) api.settle(id, 'received');
  });
}

async function openTill(shown = showApp()) {
  await screen.findByRole('combobox');
  await shown.user.keyboard('{F2}1204587');
  await screen.findByRole('option');
  await shown.user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'POPESCU Ion' });
  await shown.user.keyboard('{F6}');
  return shown;
}

async function openDay(shown = showApp()) {
  await screen.findByRole('combobox');
  await shown.user.keyboard('{F9}');
  await screen.findByRole('heading', { name: 'Casa' });
  return shown;
}

describe('the day', () => {
  test('in which nothing was recorded says so of whatever it would list', async () => {
    await openDay();
    expect(screen.getByText('Astăzi nu s-a înregistrat încă nimic la acest aparat')).toBeTruthy();
  });

  test('does not close while something waits, and names it', async () => {
    const offline = { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } as const;
    const { api, user } = showApp(Object.assign(new FakeDataApi(), { connection: { connection: offline } }));
    await screen.findByRole('combobox');
    await keepIndex(api);
    await user.keyboard('{F9}');
    expect(await screen.findByText(/1 cerere așteaptă, din 22\.11\.2026 10:43/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Închide ziua' }));
    const [blocking] = await panel().findAllByRole('table');
    expect(screen.getByText(/Ziua NU este închisă/)).toBeTruthy();
    expect(within(blocking as HTMLElement).getByText('POPESCU Ion')).toBeTruthy();
  });

  test('without money closes without a count, and says what came after', async () => {
    const { api, user } = showApp();
    await screen.findByRole('combobox');
    await keepIndex(api);
    allReceived(api);
    await user.keyboard('{F9}');
    await user.click(await screen.findByRole('button', { name: 'Închide ziua' }));
    expect(await screen.findByText(/Ziua este închisă: 22\.11\.2026 10:44, Maria Popa\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Închide ziua/ })).toBeNull();
    await keepIndex(api);
    expect(await screen.findByText(/1 înregistrare după închidere, fără bani/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Închide ziua/ })).toBeNull();
  });

  test('with a drawer stays closed after what moves no money, and only money asks for another count', async () => {
    const { api } = await openDay();
    await act(() => api.openDrawer('200'));
    allReceived(api);
    await act(() => api.closeDay('200'));
    await keepIndex(api);
    expect(await screen.findByText(/fără bani: ziua rămâne închisă/)).toBeTruthy();
    expect(screen.queryByLabelText('Numerar numărat în casă')).toBeNull();
    expect(screen.getByText('Casa se potrivește.')).toBeTruthy();
    await take(api, '50');
    expect(await screen.findByLabelText('Numerar numărat în casă')).toBeTruthy();
    expect(screen.getByText(/închiderea 2 a zilei: se numără tot ce este în casă, și banii/)).toBeTruthy();
    expect(screen.queryByText('Casa se potrivește.')).toBeNull();
    expect(screen.getByText(/^Închiderea 1, 10:4\d, Maria Popa$/)).toBeTruthy();
    expect(screen.getByText(/Casa se potrivea\.$/)).toBeTruthy();
  });
});

describe('the cash drawer', () => {
  test('F9, an amount, Enter opens it; what is no amount is said', async () => {
    const { user } = await openDay();
    const amount = await screen.findByLabelText('Suma la deschidere');
    await waitFor(() => expect(document.activeElement).toBe(amount));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Introduceți suma în lei/)).toBeTruthy();
    await user.keyboard('200{Enter}');
    expect(asRead((await screen.findByText(/^Deschisă la 10:43/)).textContent)).toBe(
      'Deschisă la 10:43 de Maria Popa, cu 200,00 lei.',
    );
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Casa' }));
  });

  test('money taken before is not part of the opening amount, and the till says that the drawer is not open', async () => {
    const shown = await openTill();
    expect(await screen.findByText(/Casa nu este deschisă astăzi\. Puteți încasa/)).toBeTruthy();
    await take(shown.api, '50');
    await openDay(shown);
    expect(screen.getByText(/Scrieți suma cu care a început ziua, fără banii încasați/)).toBeTruthy();
  });

  test('after a closing the till says that money taken now is counted by closing again; the menu leads there', async () => {
    const api = new FakeDataApi();
    await api.openDrawer('200');
    allReceived(api);
    await api.closeDay('200');
    const shown = await openTill(showApp(api));
    expect(await screen.findByText(/Ziua a fost închisă la 10:4\d\. Puteți încasa/)).toBeTruthy();
    await shown.user.click(screen.getByRole('button', { name: /Maria Popa/ }));
    await shown.user.click(await screen.findByRole('menuitem', { name: /Ziua de astăzi și casa/ }));
    expect(await screen.findByText(/^Casa s-a închis la 10:4\d/)).toBeTruthy();
  });

  test('what was not closed on its day is told, with the time since', async () => {
    const api = new FakeDataApi();
    await take(api, '50');
    const [payment] = api.own;
    if (payment) api.carriedOver = [{ ...payment, capturedAt: '2026-11-21T15:20:00.000Z' }];
    await openDay(showApp(api));
    expect(await screen.findByText(/nu a fost închisă din 21\.11\.2026 17:20/)).toBeTruthy();
  });

  test('shows the takings by method, but what should be in it only once it was counted', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    await take(api, '50');
    await take(api, '99', 'card');
    allReceived(api);
    const takings = within(await screen.findByRole('table', { name: 'Încasări pe moduri de plată' }));
    expect(takings.getAllByRole('row').map((row) => asRead(row.textContent))).toEqual([
      'Mod de platăPlățiÎncasatStornăriDat înapoi',
      'Numerar150,00 lei00,00 lei',
      'Card199,00 lei00,00 lei',
    ]);
    expect(
      asRead(panel().getByRole('heading', { name: 'Închiderea zilei' }).parentElement?.textContent),
    ).not.toContain('250,00');
    await user.click(screen.getByRole('button', { name: 'Închide ziua' }));
    expect(await screen.findByText(/Ziua NU este închisă: numărați banii/)).toBeTruthy();
    await user.type(screen.getByLabelText('Numerar numărat în casă'), '249{Enter}');
    expect(asRead((await screen.findByText(/^Lipsesc/)).textContent)).toBe('Lipsesc 1,00 lei.');
    expect(asRead(screen.getByText('Ar trebui să fie').parentElement?.textContent)).toContain('250,00 lei');
    expect(screen.getByRole('button', { name: 'Deschide casa din nou' })).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tipărește raportul zilei' })),
    );
  });

  test('money taken after a closing is counted by closing again; opening again is for who handed the rest over', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    allReceived(api);
    await act(() => api.closeDay('200'));
    await take(api, '50');
    allReceived(api);
    expect(
      await screen.findByText(/După închidere s-au încasat sau s-au dat înapoi bani\. Închideți/),
    ).toBeTruthy();
    expect(screen.queryByLabelText('Suma la deschidere')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Deschide casa din nou' }));
    expect(await screen.findByText(/dinaintea încasărilor și stornărilor/)).toBeTruthy();
  });

  test('a drawer that is opened again says what its closing counts, and the whole day stands beside it', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    await take(api, '50');
    allReceived(api);
    await act(() => api.closeDay('250'));
    expect(screen.queryByText('Toată ziua')).toBeNull();
    await act(() => api.openDrawer('100'));
    await take(api, '30');
    await take(api, '20', 'card');
    allReceived(api);
    expect(
      await screen.findByText(/închiderea 2 a zilei: se numără casa deschisă din nou la 10:4\d/),
    ).toBeTruthy();
    const rowsOf = (name: string) =>
      within(screen.getByRole('table', { name }))
        .getAllByRole('row')
        .slice(1)
        .map((row) => asRead(row.textContent));
    expect(rowsOf('Încasări pe moduri de plată')).toEqual([
      'Numerar130,00 lei00,00 lei',
      'Card120,00 lei00,00 lei',
    ]);
    expect(rowsOf('Toată ziua')).toEqual(['Numerar280,00 lei00,00 lei', 'Card120,00 lei00,00 lei']);
    expect(screen.getByRole('button', { name: 'Tipărește raportul închiderii 1' })).toBeTruthy();
    await user.type(screen.getByLabelText('Numerar numărat în casă'), '130{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Tipărește raportul închiderii 2' }));
    await user.click(screen.getByRole('button', { name: 'Tipărește raportul închiderii 1' }));
    expect(api.printed.map(({ text }) => text.includes('Toată ziua'))).toEqual([true, false]);
  });

  test('the day counts every line of its list, and money that was given back is below zero', async () => {
    const { api } = await openDay();
    await act(() => api.openDrawer('200'));
    await take(api, '50');
    const [payment] = api.own;
    await act(() => api.reversePayment({ paymentId: payment?.id ?? '', note: 'sumă greșită' }));
    expect(await screen.findByText('3 înregistrări astăzi')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /Astăzi/ }).textContent).toContain('3');
    expect(
      asRead(
        panel()
          .getByText(/^Stornare/)
          .closest('tr')?.textContent,
      ),
    ).toContain('−50,00 lei');
  });

  test('F9 with a drawer that is open begins at the count', async () => {
    const api = new FakeDataApi();
    await api.openDrawer('200');
    await openDay(showApp(api));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText('Numerar numărat în casă')),
    );
  });

  test('a wrong count is put right by counting again, and both stay on the page and on paper', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    await take(api, '50');
    allReceived(api);
    const count = async (cash: string) =>
      user.type(await screen.findByLabelText('Numerar numărat în casă'), `${cash}{Enter}`);
    await count('205');
    expect(asRead((await screen.findByText(/^Lipsesc/)).textContent)).toBe('Lipsesc 45,00 lei.');
    await user.click(screen.getByRole('button', { name: 'Numără din nou' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Numerar numărat în casă'));
    expect(screen.queryByText('Ar trebui să fie')).toBeNull(); // counted blindly, as the first time
    allReceived(api);
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText('Numerar numărat în casă')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Numără din nou' }));
    await count('250');
    expect(await screen.findByText('Casa se potrivește.')).toBeTruthy();
    expect(screen.getByText(/^Închiderea 1, 10:4\d, Maria Popa$/)).toBeTruthy();
    expect(asRead(screen.getByText(/^S-au numărat: /).textContent)).toBe(
      'S-au numărat: 205,00 lei. Lipseau 45,00 lei.',
    );
    expect(screen.queryByText(/^Lipsesc/)).toBeNull();
    expect(screen.getByText(/^Casa s-a închis la 10:4\d\. De atunci nu s-au încasat/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tipărește raportul închiderii 2' }));
    await user.click(screen.getByRole('button', { name: 'Tipărește raportul închiderii 1' }));
    expect(api.printed.map(({ text }) => asRead(text).match(/Raportul zilei [^:]*\d/)?.[0])).toEqual([
      expect.stringContaining('închiderea 2'),
      expect.stringContaining('închiderea 1'),
    ]);
    expect(api.printed.map(({ text }) => text.includes('Aceeași casă ca la închiderea 1'))).toEqual([
      true,
      false,
    ]);
  });

  test('Enter once more before the closed day is shown closes nothing, and is not held against the next count', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    allReceived(api);
    const counted = await screen.findByLabelText<HTMLInputElement>('Numerar numărat în casă');
    const changed = api.changed.bind(api);
    api.changed = () => undefined; // the live day is late
    await user.type(counted, '200{Enter}');
    await waitFor(() => expect(counted.value).toBe(''));
    await user.keyboard('{Enter}');
    act(changed);
    await user.click(await screen.findByRole('button', { name: 'Numără din nou' }));
    expect(screen.queryByText(/Ziua NU este închisă/)).toBeNull();
  });

  test('a page that was left open over midnight closes the next day too', async () => {
    const { api, user } = await openDay();
    await user.click(await screen.findByRole('button', { name: 'Închide ziua' }));
    expect(await screen.findByText(/^Ziua este închisă/)).toBeTruthy();
    act(() => {
      api.day = '2026-11-23';
      api.drawer = new FakeDrawer();
      api.own.length = 0;
      api.changed();
    });
    await screen.findByRole('heading', { name: '23.11.2026' });
    await user.click(await screen.findByRole('button', { name: 'Închide ziua' }));
    expect(await screen.findByText(/^Ziua este închisă/)).toBeTruthy();
  });

  test('who thinks better of counting again takes what was said of it along', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    allReceived(api);
    await act(() => api.closeDay('200'));
    allReceived(api);
    await user.click(await screen.findByRole('button', { name: 'Numără din nou' }));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Ziua NU este închisă/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Renunț' }));
    await user.click(await screen.findByRole('button', { name: 'Numără din nou' }));
    expect(screen.queryByText(/Ziua NU este închisă/)).toBeNull();
  });

  test('a journal that cannot write means not opened, in words', async () => {
    const { api, user } = await openDay();
    api.drawerAnswer = { outcome: 'not-saved', reason: 'journal-failed' };
    await user.type(await screen.findByLabelText('Suma la deschidere'), '200{Enter}');
    expect(await screen.findByText(/NU s-a salvat: jurnalul/)).toBeTruthy();
  });

  test('the report of a closed day is printed with every movement, and a printer that fails is told', async () => {
    const { api, user } = await openDay();
    await act(() => api.openDrawer('200'));
    await take(api, '50');
    await take(api, '20');
    const [last] = api.own;
    await act(() => api.reversePayment({ paymentId: last?.id ?? '', note: 'sumă greșită' }));
    allReceived(api);
    await act(() => api.closeDay('250'));
    await user.click(await screen.findByRole('button', { name: 'Tipărește raportul zilei' }));
    expect(await screen.findByText('Raportul este tipărit.')).toBeTruthy();
    const [report] = api.printed;
    expect(report?.job).toEqual({ paper: 'a4' });
    const text = asRead(report?.text);
    expect(text).toContain('Raportul zilei 22.11.2026');
    expect(text).toContain('Ghișeul 1');
    expect(text).toContain('Casa se potrivește.');
    expect(text).toContain('10:44încasarePOPESCU Ion, 1204587numerar7F3K-2M9Q-42AMaria Popa50,00 lei');
    expect(text).toContain('stornarePOPESCU Ion, 1204587numerar7F3K-2M9Q-44AMaria Popa−20,00 lei');
    api.printAnswer = 'failed';
    await user.click(screen.getByRole('button', { name: 'Tipărește raportul zilei' }));
    expect(await screen.findByText(/Raportul NU s-a tipărit/)).toBeTruthy();
  });
});
