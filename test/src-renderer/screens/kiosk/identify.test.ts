// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CustomerSignInOutcome, IdentifyOutcome } from '../../../../src-renderer/data/visit-api';
import { fakeKiosk } from '../../../support/fake-kiosk';
import { popescu, press, showKiosk } from '../../../support/show-kiosk';

afterEach(cleanup);

const home = () => screen.findByRole('heading', { name: 'Ce doriți să faceți?' });

async function atCodes(changes: Parameters<typeof showKiosk>[0] = {}) {
  const shown = showKiosk(changes);
  await shown.user.click(await press(/Română Atingeți/));
  await shown.user.click(await press(/Cu o factură/));
  await screen.findByRole('heading', { name: 'Introduceți codurile de pe factură' });
  return shown;
}

async function atSignIn(changes: Parameters<typeof showKiosk>[0] = {}) {
  const shown = showKiosk(changes);
  await shown.user.click(await press(/Română Atingeți/));
  await shown.user.click(await press(/Cu e-mail/));
  await screen.findByRole('heading', { name: 'E-mail și parolă' });
  return shown;
}

test('by touch alone: the keypad fills the field that is asked for, and the large button goes on', async () => {
  const { user, api } = await atCodes();
  const keypad = within(screen.getByRole('group', { name: 'Cifre' }));
  const touch = async (digits: string) => {
    for (const digit of digits) await user.click(keypad.getByRole('button', { name: digit }));
  };
  await touch('12045879');
  await user.click(keypad.getByRole('button', { name: 'Șterge' }));
  await user.click(await press('Mai departe'));
  await touch('33921');
  expect(screen.getByLabelText<HTMLInputElement>('Cod client').value).toBe('1204587');
  await user.click(await press('Mai departe'));
  await home();
  expect(api.visit?.accountId).toBe('7');
});

test('by keyboard alone: the cursor stands in the first field, and Enter goes on', async () => {
  const { user } = await atCodes();
  expect(document.activeElement).toBe(screen.getByLabelText('Cod client'));
  await user.keyboard(`${popescu.clientCode}{Enter}${popescu.internalCode}{Enter}`);
  const heading = await home();
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

test.each(['first screen', 'choice', 'codes'])('a scan at the %s leads home', async (at) => {
  const { user } = at === 'codes' ? await atCodes() : showKiosk();
  if (at !== 'codes') await screen.findByRole('heading', { name: /Bun venit/ });
  if (at === 'choice') await user.click(await press(/Română Atingeți/));
  await user.keyboard('1204587-33921{Enter}');
  await home();
});

test.each(['first screen', 'choice'])(
  'a scan of something else at the %s is said, with what to do',
  async (at) => {
    const { user } = showKiosk();
    await screen.findByRole('heading', { name: /Bun venit/ });
    if (at === 'choice') await user.click(await press(/Română Atingeți/));
    await user.keyboard('5941234567890{Enter}');
    expect((await screen.findAllByText(/nu poate fi folosit aici/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { level: 1, name: 'Cum vă identificați?' })).toBeTruthy();
  },
);

test('wrong codes are told in one sentence that does not say which', async () => {
  const { user } = await atCodes();
  await user.keyboard('1204587{Enter}11111{Enter}');
  const told = await screen.findAllByText(/Codurile nu se potrivesc. Verificați amândouă/);
  expect(told.length).toBeGreaterThan(0);
  expect(screen.getByLabelText('Cod client').getAttribute('aria-invalid')).toBeNull();
});

test('after wrong codes the keypad begins each of them anew, and what was said stays', async () => {
  const { user } = await atCodes();
  await user.keyboard('1204587{Enter}11111');
  await user.click(await press('Mai departe'));
  await screen.findAllByText(/Codurile nu se potrivesc/);
  const client = screen.getByLabelText<HTMLInputElement>('Cod client');
  await waitFor(() => expect(document.activeElement).toBe(client));
  const digit = (name: string) =>
    user.click(within(screen.getByRole('group', { name: 'Cifre' })).getByRole('button', { name }));
  await digit('9');
  expect(client.value).toBe('9');
  const internal = screen.getByLabelText<HTMLInputElement>('Cod intern');
  expect(internal.value).toBe('11111');
  await user.click(internal);
  await digit('2');
  expect(internal.value).toBe('2');
  expect(screen.getAllByText(/Codurile nu se potrivesc/).length).toBeGreaterThan(0);
});

test('the field that the keys write into stays marked, whatever else is touched', async () => {
  const { user } = await atCodes();
  const marked = () => [...document.querySelectorAll('[data-current]')];
  expect(marked()).toEqual([screen.getByLabelText('Cod client')]);
  await user.click(screen.getByLabelText('Cod intern'));
  await user.click(await press('Contrast ridicat'));
  await user.click(await press('Text mare'));
  expect(marked()).toEqual([screen.getByLabelText('Cod intern')]);
});

test('after too many wrong tries the button waits, and says for how long', async () => {
  const identifyAnswer: IdentifyOutcome = { outcome: 'locked', retryAfterMs: 95_000 };
  const patient = { ...fakeKiosk, idleSeconds: 600 }; // the visit itself must not end first
  const { user, api, clock } = await atCodes({ kiosk: patient, identifyAnswer });
  await user.keyboard('1204587{Enter}11111{Enter}');
  expect(await screen.findByText(/peste 1 min 35 s/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Mai departe' }).disabled).toBe(true);
  api.identifyAnswer = null;
  clock.ms += 96_000;
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Mai departe' }).disabled).toBe(false),
  );
});

test('a failure of the worker is told in words', async () => {
  const { user, api } = await atCodes();
  api.identify = () => Promise.reject(new Error('worker gone'));
  await user.keyboard('1204587{Enter}33921{Enter}');
  expect((await screen.findAllByText(/Ceva nu a mers/)).length).toBeGreaterThan(0);
  expect(screen.queryByText(/worker gone/)).toBeNull();
});

test('offline the codes work, and it is said that they are checked later', async () => {
  const identifyAnswer: IdentifyOutcome = { outcome: 'identified', accountId: '7', checkedBy: 'device' };
  const { user } = await atCodes({ kiosk: { ...fakeKiosk, online: false }, identifyAnswer });
  expect(screen.getByText(/se verifică atunci când legătura revine/)).toBeTruthy();
  await user.keyboard('1204587{Enter}33921{Enter}');
  await home();
});

test('e-mail and password are typed on the screen’s own keyboard', async () => {
  const { user, api } = await atSignIn();
  const email = api.customers[0]?.account.contact.email ?? '';
  const keyboard = within(screen.getByRole('group', { name: 'Litere și cifre' }));
  for (const sign of email.replace(/\.ro$/, ''))
    await user.click(keyboard.getByRole('button', { name: sign }));
  await user.click(keyboard.getByRole('button', { name: '.ro' }));
  expect(screen.getByLabelText<HTMLInputElement>('Adresa de e-mail').value).toBe(email);
  await user.click(await press('Intrare'));
  await user.click(keyboard.getByRole('button', { name: 'Literă mare' }));
  await user.click(keyboard.getByRole('button', { name: 'P' }));
  await user.click(keyboard.getByRole('button', { name: 'a' }));
  const password = screen.getByLabelText<HTMLInputElement>('Parola');
  expect(password.value).toBe('Pa');
  await user.click(screen.getByRole('button', { name: 'Arată parola' }));
  expect(password.type).toBe('text');
});

test.each<[CustomerSignInOutcome, RegExp]>([
  [{ outcome: 'wrong' }, /E-mailul sau parola nu sunt corecte/],
  [{ outcome: 'email-not-confirmed' }, /nu este încă confirmată/],
  [{ outcome: 'locked', retryAfterMs: 20_000 }, /peste 20 s/],
  [{ outcome: 'offline' }, /Fără legătură cu serverul parola nu se poate verifica/],
])('a sign-in answered by %o is told in words', async (customerSignInAnswer, words) => {
  const { user } = await atSignIn({ customerSignInAnswer });
  await user.keyboard('ana.pop@exemplu.ro{Enter}parola{Enter}');
  expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
});

test('offline the sign-in offers the codes', async () => {
  const { user } = await atSignIn({ kiosk: { ...fakeKiosk, online: false } });
  await user.click(await press('Cu o factură'));
  expect(await screen.findByLabelText('Cod client')).toBeTruthy();
});

test('an e-mail of several accounts asks which one it is about', async () => {
  const customerSignInAnswer: CustomerSignInOutcome = { outcome: 'signed-in', accountIds: ['7', '8'] };
  const { user, api } = await atSignIn({ customerSignInAnswer });
  await user.keyboard('ana.pop@exemplu.ro{Enter}parola{Enter}');
  await user.click(await press(/Str. Viitorului 3/));
  await home();
  expect(api.visit?.accountId).toBe('8');
});

test('a visit that ends at the server ends on the screen', async () => {
  const { user, api, outside } = await atCodes();
  await user.keyboard('1204587{Enter}33921{Enter}');
  await home();
  await act(() => api.endVisit());
  await waitFor(() => expect(outside.reloads).toBe(1));
});
