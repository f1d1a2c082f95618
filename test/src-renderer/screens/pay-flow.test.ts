// @vitest-environment jsdom
import { notifications } from '@mantine/notifications';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PaymentOutcome } from '../../../src-renderer/data/payment-api';
import { FakeDataApi } from '../../support/fake-data-api';
import { heldAnswer } from '../../support/held-answer';
import { openPopescu, showApp } from '../../support/show-app';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

type Shown = ReturnType<typeof showApp>;

/** POPESCU Ion owes two invoices, 451,24 lei together; his payment tab is open. */
async function openTill(shown = showApp()): Promise<Shown> {
  const { user } = await openPopescu(shown);
  await user.keyboard('{F6}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  return shown;
}

const amount = () => screen.queryByLabelText<HTMLInputElement>(/^Suma de încasat/) as HTMLInputElement;
const asRead = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ');
const panel = () => within(screen.getByRole('tabpanel'));
const pays = () => asRead(screen.getByRole('button', { name: /^Încasează/ }).textContent);

test('F6, the cash received, Enter: the change is told, the invoices are paid, and the state is honest', async () => {
  const { api, user } = await openTill();
  const boxes = panel().getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map((box) => box.checked)).toEqual([true, true]);
  expect(panel().getAllByText(/^AVJ/)[0]?.textContent).toBe('AVJ 223871'); // the oldest first
  expect(asRead(amount().value)).toBe('451,24');
  await user.tab();
  await user.tab();
  await user.keyboard('500');
  expect(asRead((await screen.findByText(/^48,76/)).textContent)).toBe('48,76 lei');
  await user.keyboard('{Enter}');
  const taken = await screen.findByRole('region', { name: /S-au încasat 451,24/ });
  expect(document.activeElement).toBe(taken);
  expect(asRead(taken.textContent)).toContain('Rest de dat clientului48,76 lei');
  expect(within(taken).getByText('Păstrat aici')).toBeTruthy();
  expect(within(taken).getByText('nr. 7F3K-2M9Q-41A')).toBeTruthy();
  expect(api.paid).toEqual([
    {
      accountId: '7',
      invoiceIds: ['7-2026-09', '7-2026-10'],
      amount: expect.any(String),
      method: 'cash',
      tendered: '500',
      terminalReference: '',
    },
  ]);
  api.settle('own-1', 'received');
  expect(await within(taken).findByText('Primit')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(api.paid).toHaveLength(1); // Enter again takes nothing
});

test('F6 that comes as soon as the account is there keeps the cursor', async () => {
  const frames = new Map<number, FrameRequestCallback>();
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => {
    frames.set(frames.size + 1, draw);
    return frames.size;
  });
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation(
    (frame) => void frames.set(frame, () => undefined),
  );
  await openTill();
  expect(frames.size).toBeGreaterThan(0);
  for (const draw of frames.values()) draw(0);
  expect(document.activeElement).toBe(amount());
});

test('what was typed is still there after another tab: the invoices left out, how it is paid, and the reference', async () => {
  const { api, user } = await openTill();
  await user.click(panel().getByRole('checkbox', { name: 'AVJ 224871' }));
  await user.click(panel().getByRole('radio', { name: /[Cc]ard/ }));
  await user.type(screen.getByRole('textbox', { name: /tichet|chitanț|terminal/i }), '4711');
  await user.keyboard('{F7}');
  await screen.findByRole('heading', { name: 'Date personale' });
  await user.keyboard('{F6}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  expect(asRead(amount().value)).toBe('233,40');
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /S-au încasat 233,40/ });
  expect(api.paid).toMatchObject([{ invoiceIds: ['7-2026-09'], method: 'card', terminalReference: '4711' }]);
  await user.keyboard('{F7}');
  await screen.findByRole('heading', { name: 'Date personale' });
  await user.keyboard('{F6}');
  await screen.findByRole('radio', { name: /[Nn]umerar/, checked: true }); // the next payment begins afresh
});

test('F6 that comes before the account is there opens it at the till', async () => {
  const api = new FakeDataApi();
  const { answered, answer } = heldAnswer();
  const watch = api.watch.bind(api);
  vi.spyOn(api, 'watch').mockImplementation(async (query, args, changed) => {
    if (query === 'account') await answered;
    return watch(query, args, changed);
  });
  const { user } = showApp(api);
  await screen.findByRole('combobox');
  await user.keyboard('{F2}1204587');
  await screen.findByRole('option');
  await user.keyboard('{Enter}');
  await screen.findByText(/^Se deschide/);
  await user.keyboard('{F6}');
  answer();
  await waitFor(() => expect(document.activeElement).toBe(amount()));
});

test('F6 that comes in the very moment in which the account is drawn opens the till', async () => {
  const shown = showApp();
  const pressed = new MutationObserver(() => {
    if (!screen.queryByRole('heading', { name: 'POPESCU Ion' })) return;
    pressed.disconnect();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', cancelable: true }));
  });
  pressed.observe(document.body, { childList: true, subtree: true });
  await openPopescu(shown);
  await waitFor(() => expect(document.activeElement).toBe(amount()));
});

test('an invoice that is left out lowers the amount; a part of it may be paid, and the rest stays', async () => {
  const { user } = await openTill();
  await user.click(panel().getByRole('checkbox', { name: 'AVJ 224871' }));
  expect(asRead(amount().value)).toBe('233,40');
  await user.clear(amount());
  await user.type(amount(), '100');
  await waitFor(() => expect(pays()).toContain('100,00 lei'));
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /S-au încasat 100,00/ });
  expect(asRead(panel().getByText(/^133,40/).textContent)).toBe('133,40 lei');
  const boxes = panel().getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map((box) => box.checked)).toEqual([false, false]); // what stays was not paid
  await user.click(screen.getByRole('button', { name: 'Altă plată' }));
  expect(asRead(amount().value)).toBe('351,24');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
});

test('too much, too little cash and no reference are said in words, and nothing is taken', async () => {
  const { api, user } = await openTill();
  await user.clear(amount());
  await user.type(amount(), '500');
  expect(await screen.findByText(/Suma este mai mare decât restul de plată/)).toBeTruthy();
  await user.keyboard('{Enter}');
  await user.clear(amount());
  await user.type(amount(), '100{Tab}{Tab}50');
  expect(await screen.findByText(/Suma primită nu ajunge/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Card' }));
  await user.type(screen.getByLabelText(/^Numărul chitanței/), '{Enter}');
  expect(await screen.findByText('Introduceți numărul de pe chitanța terminalului de card.')).toBeTruthy();
  await user.type(screen.getByLabelText(/^Numărul chitanței/), '004711{Enter}');
  await screen.findByRole('region', { name: /S-au încasat 100,00/ });
  expect(api.paid.at(-1)).toMatchObject({ method: 'card', terminalReference: '004711', tendered: '50' });
});

test('what was not saved says so, and the money is still to be taken', async () => {
  const { api, user } = await openTill();
  api.paymentAnswer = { outcome: 'not-saved', reason: 'journal-failed' };
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/NU s-a salvat: jurnalul/)).toBeTruthy();
  api.paymentAnswer = new Error('the worker is gone');
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/NU s-a salvat. Încercați din nou/)).toBeTruthy();
  expect(api.own).toEqual([]);
});

test('a payment is taken back with a reason, and its invoices are open again', async () => {
  const { api, user } = await openTill();
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /S-au încasat/ });
  await user.click(screen.getByRole('tab', { name: 'Evidență plăți' }));
  const button = await screen.findByRole('button', { name: 'Stornează' });
  await user.click(button);
  await screen.findByRole('form', { name: /Stornarea plății de 451,24/ });
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}');
  const form = await screen.findByRole('form', { name: /Stornarea plății de 451,24/ });
  await user.click(within(form).getByRole('button', { name: 'Stornează plata' }));
  expect(await within(form).findByText('Scrieți de ce, cu cel puțin trei litere.')).toBeTruthy();
  await user.type(within(form).getByRole('textbox'), 'sumă greșită');
  await user.click(within(form).getByRole('button', { name: 'Stornează plata' }));
  expect(await screen.findByText(/^stornată/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Stornează' })).toBeNull();
  const taken = screen.getByRole('row', { name: /451,24/ });
  expect(within(taken).getByRole('button', { name: 'Bon' })).toBeTruthy(); // of the payment, as it was
  expect(within(taken).getByRole('button', { name: 'Bon storno' })).toBeTruthy();
  expect(document.activeElement?.textContent).toContain('451,24'); // its row
  expect(api.billing.invoices('7').filter(({ outstandingBani }) => outstandingBani > 0)).toHaveLength(2);
});

test('why a payment is taken back outlives the tab, and is told when the account is left; what is given up is not', async () => {
  const { user } = await openTill();
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /S-au încasat/ });
  const open = async () => {
    await user.click(screen.getByRole('tab', { name: 'Evidență plăți' }));
    await user.click(await screen.findByRole('button', { name: 'Stornează' }));
    return within(await screen.findByRole('form', { name: /Stornarea plății/ })).getByRole('textbox');
  };
  const next = async (name: string) => {
    await user.keyboard(`{F2}${name}`);
    await screen.findByRole('option');
    await user.keyboard('{Enter}');
  };
  await user.type(await open(), 'sumă greșită');
  await user.click(screen.getByRole('tab', { name: 'Consumuri' }));
  const note = await open();
  expect((note as HTMLTextAreaElement).value).toBe('sumă greșită');
  await next('nagy');
  expect(
    await screen.findByText('Ce ați scris la Evidență plăți pentru POPESCU Ion nu a fost salvat.'),
  ).toBeTruthy();
  notifications.clean();
  await next('1204587');
  await user.type(await open(), 'altceva{Escape}');
  await next('nagy');
  await screen.findByRole('heading', { name: /^NAGY/ });
  expect(screen.queryByText(/nu a fost salvat/)).toBeNull();
});

test('an account with nothing to pay says so', async () => {
  const shown = await openTill();
  await shown.user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /S-au încasat/ });
  await shown.user.click(screen.getByRole('tab', { name: 'Consumuri' }));
  await shown.user.keyboard('{F6}');
  expect(await screen.findByText('Toate facturile sunt plătite')).toBeTruthy();
});

test('the card terminal’s number stands with the payment and where its money is given back', async () => {
  const { user } = await openTill();
  await user.click(screen.getByRole('radio', { name: 'Card' }));
  await user.type(screen.getByLabelText(/^Numărul chitanței/), '004711{Enter}');
  await screen.findByRole('region', { name: /S-au încasat/ });
  await user.click(screen.getByRole('tab', { name: 'Evidență plăți' }));
  expect(await screen.findByText('card · 004711')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stornează' }));
  const form = await screen.findByRole('form', { name: /Stornarea plății/ });
  expect(within(form).getByText(/Chitanța terminalului: 004711\./)).toBeTruthy();
  await user.keyboard('{F9}');
  expect(await screen.findByText('terminal 004711')).toBeTruthy();
});

describe('while a payment is being saved', () => {
  /** @returns lets the journal answer */
  async function saving(paymentAnswer: PaymentOutcome | null = null, received = '500') {
    const api = Object.assign(new FakeDataApi(), { paymentAnswer });
    const savePayment = api.savePayment.bind(api);
    const journal = heldAnswer();
    const save = vi.spyOn(api, 'savePayment').mockImplementation(async (entry) => {
      await journal.answered;
      return savePayment(entry);
    });
    const { user } = await openTill(showApp(api));
    if (received) await user.type(screen.getByLabelText('Primit de la client'), received);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    return { api, user, save, flushed: () => act(async () => journal.answer()) };
  }

  async function leftWhileSaving(paymentAnswer: PaymentOutcome | null, received = '500') {
    const { api, user, flushed } = await saving(paymentAnswer, received);
    await user.keyboard('{F2}nagy');
    await screen.findByRole('option');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /^NAGY/ });
    expect(screen.queryByText(/nu a fost salvat|NU s-a salvat/)).toBeNull();
    await flushed();
    return api;
  }

  test('an account that is left is not said to have lost what was typed: the money was taken', async () => {
    const api = await leftWhileSaving(null);
    await waitFor(() => expect(api.billing.taken).toHaveLength(1));
    expect(screen.queryByText(/nu a fost salvat|NU s-a salvat/)).toBeNull();
  });

  test.each(['500', ''])(
    'who has left the account (received: «%s») is told when it was not saved',
    async (received) => {
      await leftWhileSaving({ outcome: 'not-saved', reason: 'no-space' }, received);
      expect(await screen.findByText(/^Plata facturi pentru POPESCU Ion: NU s-a salvat\./)).toBeTruthy();
    },
  );

  test('whoever comes back to the tab is told that it was not saved', async () => {
    const { user, flushed } = await saving({ outcome: 'not-saved', reason: 'no-space' });
    await user.keyboard('{F7}');
    await screen.findByRole('heading', { name: 'Date personale' });
    await flushed();
    await user.keyboard('{F6}');
    expect(await screen.findByText(/^Plata NU s-a salvat|NU s-a salvat/)).toBeTruthy();
  });

  test('whoever looks into another tab and comes back takes nothing twice, and is told what to hand out', async () => {
    const { api, user, save, flushed } = await saving();
    await user.keyboard('{F7}');
    await screen.findByRole('heading', { name: 'Date personale' });
    await user.keyboard('{F6}');
    await waitFor(() => expect(document.activeElement).toBe(amount()));
    await user.keyboard('{Enter}');
    await flushed();
    const taken = await screen.findByRole('region', { name: /S-au încasat 451,24/ });
    expect(asRead(taken.textContent)).toContain('Rest de dat clientului48,76 lei');
    expect(save).toHaveBeenCalledOnce();
    expect(api.billing.taken).toHaveLength(1);
    await user.keyboard('{F7}');
    await screen.findByRole('heading', { name: 'Date personale' });
    await user.keyboard('{F6}');
    expect(screen.queryByRole('region', { name: /S-au încasat/ })).toBeNull(); // it has been seen
  });
});
