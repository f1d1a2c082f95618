// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeCases } from '../../support/fake-cases';
import { FakeDataApi } from '../../support/fake-data-api';
import { heldAnswer } from '../../support/held-answer';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

type Shown = ReturnType<typeof showApp>;

const fields = () => screen.queryAllByLabelText<HTMLInputElement>(/^Index nou/);
const field = () => fields()[0] as HTMLInputElement;

async function openAccount({ user }: Shown, text: string): Promise<void> {
  await screen.findByRole('combobox');
  await user.keyboard('{F2}');
  await user.keyboard(text);
  await screen.findByRole('option');
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(field()).toBeTruthy();
    expect(document.activeElement).toBe(field());
  });
}

describe('a customer is served without touching the mouse', () => {
  test('search, Enter, index, Enter: kept here with its receipt number, and F2 begins the next one', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01250{Enter}');
    expect(await screen.findByText('Păstrat aici')).toBeTruthy();
    expect(screen.getByText('nr. 7F3K-2M9Q-41A')).toBeTruthy();
    expect(screen.getByText('Indexul este păstrat pe acest aparat și se transmite acum.')).toBeTruthy();
    expect(shown.api.saves).toEqual([
      { entry: { accountId: '7', meterId: 'm7', entry: '01250' }, confirmed: [] },
    ]);
    await shown.user.keyboard('{F2}');
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });

  test('a scanned code opens the one account it names, though Enter comes before the answer', async () => {
    const shown = showApp();
    const search = await screen.findByRole<HTMLInputElement>('combobox');
    search.focus();
    await shown.user.keyboard('1204587{Enter}');
    expect(await screen.findByRole('heading', { name: 'POPESCU Ion' })).toBeTruthy();
  });

  test('with two meters Enter goes on to the second', async () => {
    const shown = showApp();
    await openAccount(shown, 'stefanescu');
    await shown.user.keyboard('00430{Enter}');
    const [first, second] = fields();
    await waitFor(() => expect(document.activeElement).toBe(second));
    expect(first).not.toBe(second);
  });

  test('Ctrl and an arrow go to the invoices and back', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('{Control>}{ArrowRight}{/Control}');
    expect(await screen.findByText(/2 facturi de plată, în total/)).toBeTruthy();
    await shown.user.keyboard('{Control>}{ArrowLeft}{/Control}');
    expect(await screen.findByText('Contor 8841207')).toBeTruthy();
  });
});

describe('what the rules say', () => {
  test('an index below last month’s is stopped with the previous index, and stays selected in the field', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('1200{Enter}');
    expect(
      await screen.findByText(/Index nou introdus incorect! Luna trecută contorul arăta 1.234 m³/),
    ).toBeTruthy();
    await waitFor(() => expect(field().selectionEnd).toBe(4));
    expect(field().selectionStart).toBe(0);
    expect(shown.api.own).toEqual([]);
  });

  test('the consumption is shown while the index is being typed', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01250');
    expect(await screen.findByText(/^16/)).toBeTruthy();
  });

  test('letters cannot be typed; a pasted value with a comma is answered by the rules', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('1a2,5');
    expect(field().value).toBe('125');
    await shown.user.clear(field());
    await shown.user.paste('1250,5');
    expect(await screen.findByText(/Indexul nou are numai cifre/)).toBeTruthy();
  });

  test('an unusual consumption is asked about: a second Enter confirms nothing', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01734{Enter}');
    expect(await screen.findByText(/Consumul ar fi 500 m³/)).toBeTruthy();
    await screen.findByRole('button', { name: 'Da, este corect' });
    await shown.user.keyboard('{Enter}{Enter}');
    expect(shown.api.own).toEqual([]);
    await shown.user.keyboard('{Tab}{Enter}');
    expect(await screen.findByText('Păstrat aici')).toBeTruthy();
    expect(shown.api.saves.at(-1)?.confirmed).toEqual(['consumption-high']);
  });

  test('Escape takes the question back to the field', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01734{Enter}');
    await screen.findByRole('button', { name: 'Corectez' });
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(field()));
    expect(field().value).toBe('01734');
    expect(shown.api.own).toEqual([]);
  });

  test('Ctrl with an arrow goes round the tabs and back into the yellow field', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    for (const tab of [/^Evidență facturi/, 'Plata facturi', 'Evidență plăți', 'Contul meu']) {
      await shown.user.keyboard('{Control>}{ArrowRight}{/Control}');
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('tab', { name: tab })));
    }
    await shown.user.keyboard('{Control>}{ArrowRight}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  test('a value already sent can be changed while the window is open, and says so', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01250{Enter}');
    await screen.findByRole('button', { name: /Modificare index/ });
    await shown.user.keyboard('01252');
    expect(await screen.findByText(/s-a transmis deja indexul 1.250/)).toBeTruthy();
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(shown.api.own.map(({ index }) => index)).toEqual([1252, 1250]));
  });

  test('an index typed without its leading zeros is replaced, not added to, by the next digits', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('1250{Enter}');
    await waitFor(() => expect(field().value).toBe('01250'));
    await shown.user.keyboard('1252');
    expect(field().value).toBe('1252');
  });

  test('what stands already is not sent twice by another Enter', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01250{Enter}');
    await screen.findByText('Păstrat aici');
    await shown.user.keyboard('{Enter}{Enter}');
    expect(shown.api.saves).toHaveLength(1);
  });

  test.each([
    ['popescu maria', /prin reprezentantul asociației/],
    ['nagy', /între 25\.11\.2026 și 30\.11\.2026/],
    ['pensiunea', /se citește prin radio/],
    ['popa vasile', /Contul este închis/],
  ])('%s has no field, but the reason', async (text, reason) => {
    const shown = showApp();
    await screen.findByRole('combobox');
    await shown.user.keyboard(`{F2}${text}`);
    await screen.findByRole('option');
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByText(reason)).toBeTruthy();
    expect(fields()).toEqual([]);
  });
});

describe('nothing is lost in silence', () => {
  test('an index the journal could not keep is said to be NOT saved, and stays in the field', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    shown.api.saveAnswer = { outcome: 'not-saved', reason: 'no-space' };
    await shown.user.keyboard('01250{Enter}');
    expect(await screen.findByText(/NU este salvat: pe acest aparat nu mai este loc/)).toBeTruthy();
    expect(field().value).toBe('01250');
  });

  test('a worker that fails while saving is told as not saved', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    shown.api.saveAnswer = new Error('worker gone');
    await shown.user.keyboard('01250{Enter}');
    expect(await screen.findByText(/Indexul NU este salvat\. Încercați din nou/)).toBeTruthy();
  });

  test('a half-typed index is still there when the search is left with Escape', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('0125{F2}nagy');
    await screen.findByRole('option');
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(field().value).toBe('0125'));
  });

  test('a half-typed index left behind for the next customer is told', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('0125{F2}nagy');
    await screen.findByRole('option');
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByText('Indexul 0125 pentru POPESCU Ion nu a fost salvat.')).toBeTruthy();
  });

  /** An index is on its way to the journal. @returns lets it answer */
  async function saving() {
    const shown = showApp();
    const saveReading = shown.api.saveReading.bind(shown.api);
    const journal = heldAnswer();
    const save = vi.spyOn(shown.api, 'saveReading').mockImplementation(async (...asked) => {
      await journal.answered;
      return saveReading(...asked);
    });
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01250{Enter}');
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    const leave = async () => {
      await shown.user.keyboard('{F2}nagy');
      await screen.findByRole('option');
      await shown.user.keyboard('{Enter}');
      await screen.findByRole('heading', { name: /^NAGY/ });
    };
    return { ...shown, save, leave, flushed: () => act(async () => journal.answer()) };
  }

  test('of an index that is being saved when its account is left the answer decides', async () => {
    const { api, leave, flushed } = await saving();
    await leave();
    await flushed();
    await waitFor(() => expect(api.own).toHaveLength(1));
    expect(screen.queryByText(/nu a fost salvat|NU s-a salvat/)).toBeNull();
  });

  test('one that was not saved is told to whoever has left its account', async () => {
    const { api, leave, flushed } = await saving();
    api.saveAnswer = { outcome: 'not-saved', reason: 'no-space' };
    await leave();
    expect(screen.queryByText(/nu a fost salvat|NU s-a salvat/)).toBeNull();
    await flushed();
    expect(await screen.findByText(/^Indexul 01250 pentru POPESCU Ion NU s-a salvat\./)).toBeTruthy();
  });

  test('an index that is being saved is not saved again after a look into another tab', async () => {
    const { user, save, flushed } = await saving();
    await user.keyboard('{F6}');
    await screen.findByLabelText(/^Suma de încasat/);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await user.keyboard('{Enter}');
    await flushed();
    expect(await screen.findByText('Păstrat aici')).toBeTruthy();
    expect(save).toHaveBeenCalledOnce();
  });

  test('a refusal stays beside the meter with its reason, and in the list behind F4', async () => {
    const shown = showApp();
    await openAccount(shown, '1204587');
    await shown.user.keyboard('01250{Enter}');
    await screen.findByText('Păstrat aici');
    shown.api.settle('own-1', 'refused', [
      { code: 'account-closed' },
      { code: 'period-billed', period: '2026-11' },
    ]);
    expect(await screen.findByText(/Indexul nu a fost primit\. Contul este închis/)).toBeTruthy();
    expect(screen.queryByText(/Decide un supervizor/)).toBeNull();
    await screen.findByRole('button', { name: /1 refuzată/ });
    await shown.user.keyboard('{F4}');
    const table = await screen.findByRole('table');
    expect(within(table).getByText(/Contul este închis/)).toBeTruthy();
    expect(within(table).getByRole('link', { name: 'POPESCU Ion' })).toBeTruthy();
  });
});

test('an index that came from elsewhere has the number of its sender’s slip', async () => {
  const api = new FakeDataApi();
  const standing = api.customers.find(({ account }) => account.clientCode === '1204587')?.meters[0]?.standing;
  const capturedAt = '2026-11-22T08:10:00.000Z';
  standing?.unshift({
    period: '2026-11',
    index: 1250,
    capturedAt,
    submissionId: 'elsewhere',
    source: 'customer',
  });
  const shown = showApp(api);
  await openAccount(shown, '1204587');
  const meter = within(screen.getByRole('region', { name: /^Contor/ }));
  expect(await meter.findByText('transmis de client')).toBeTruthy();
  expect(meter.getByText('nr. 7F3K-2M9Q-4XA')).toBeTruthy();
});

test('an index that a colleague’s counter sent and a supervisor holds is told, never that nothing was sent', async () => {
  const api = new FakeDataApi();
  api.cases = [structuredClone(fakeCases.held)];
  const shown = showApp(api);
  await openAccount(shown, '1204587');
  const meter = within(screen.getByRole('region', { name: /^Contor/ }));
  expect(await meter.findByText('Reținut, de la aparatul Ghișeu 2: decide un supervizor.')).toBeTruthy();
  expect(meter.getByText(/^01.734 m³$/)).toBeTruthy();
  expect(meter.getByText('nr. 7F3K-2M9Q-4XA')).toBeTruthy();
  expect(meter.queryByText(/Nimic transmis/)).toBeNull();
});

test('an index that is kept here or held is drawn and named otherwise than one that was received', async () => {
  const shown = showApp();
  await openAccount(shown, '1204587');
  await shown.user.keyboard('01250{Enter}');
  const chart = await screen.findByRole('slider');
  await waitFor(() => expect(chart.getAttribute('aria-valuetext')).toMatch(/ghișeu, încă neprimit$/));
  expect(chart.querySelectorAll('[data-pending]')).toHaveLength(1);
  act(() => shown.api.settle('own-1', 'held', [{ code: 'period-billed', period: '2026-11' }]));
  expect(chart.querySelectorAll('[data-pending]')).toHaveLength(1);
  act(() => shown.api.settle('own-1', 'received'));
  expect(chart.getAttribute('aria-valuetext')).toMatch(/ghișeu$/);
  expect(chart.querySelector('[data-pending]')).toBeNull();
});

test('who signs in after somebody else begins without their customer', async () => {
  const shown = showApp();
  const { api, user } = shown;
  await openAccount(shown, '1204587');
  await user.click(screen.getByLabelText('Utilizator: Maria Popa'));
  await user.click(await screen.findByText('Ieșire'));
  await screen.findByRole('textbox', { name: 'Utilizator' });
  act(() => {
    api.session = fakeCases.supervisor;
    api.changed();
  });
  await screen.findByLabelText('Utilizator: Elena Munteanu');
  expect(screen.queryByRole('heading', { name: 'POPESCU Ion' })).toBeNull();
});

test('a half-typed index is still there after another tab of the same customer', async () => {
  const shown = showApp();
  await openAccount(shown, '1204587');
  await shown.user.keyboard('17{F6}');
  await screen.findByLabelText(/^Suma de încasat/);
  await shown.user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(field()));
  expect(field().value).toBe('17');
  expect(screen.queryByText(/nu a fost salvat/)).toBeNull();
});
