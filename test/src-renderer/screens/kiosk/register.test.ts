// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fakeSpeech } from '../../../support/fake-speech';
import { press } from '../../../support/show-kiosk';
import { visitOf } from './visit-of';

afterEach(cleanup);

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

async function atRegister(changes: Parameters<typeof visitOf>[1] = {}) {
  const shown = await visitOf({}, changes);
  await shown.choose(/^Înregistrează-te/);
  await title('Care este adresa dumneavoastră de e-mail?');
  return shown;
}

async function atSummary(changes: Parameters<typeof visitOf>[1] = {}) {
  const shown = await atRegister(changes);
  const { user } = shown;
  await user.keyboard('ana@ex.ro{Enter}');
  await title('Care este numărul dumneavoastră de telefon?');
  await user.keyboard('0722123456{Enter}');
  await title('Alegeți o parolă');
  await user.keyboard('parola1{Enter}parola1{Enter}');
  await title('Este totul corect?');
  return shown;
}

test('by keyboard alone: one question a screen, everything once more, and the codes of the visit', async () => {
  const { user, api } = await atSummary();
  expect(screen.getByText('E-mail').nextElementSibling?.textContent).toBe('ana@ex.ro');
  expect(screen.queryByText('parola1')).toBeNull();
  (await press('Trimit înregistrarea')).focus();
  await user.keyboard('{Enter}');
  await title('Cererea este păstrată pe acest aparat');
  expect(screen.getAllByText(/primiți pe e-mail un link/).length).toBeGreaterThan(0);
  expect(api.registrations).toEqual([
    {
      clientCode: '',
      internalCode: '',
      email: 'ana@ex.ro',
      phone: '0722123456',
      password: 'parola1',
      passwordAgain: 'parola1',
      identityDocument: null,
    },
  ]);
});

test('once it is received, the result says that a link was sent', async () => {
  const { user, api } = await atSummary();
  await user.click(await press('Trimit înregistrarea'));
  await title('Cererea este păstrată pe acest aparat');
  act(() => api.settle('own-1', 'received'));
  await title('Cerere primită');
  expect(screen.getAllByText(/V-am trimis pe e-mail un link/).length).toBeGreaterThan(0);
});

test('home says that the registration waits here, then that it was sent, and leads to it', async () => {
  const { user, api } = await atSummary();
  await user.click(await press('Trimit înregistrarea'));
  await title('Cererea este păstrată pe acest aparat');
  await user.click(await press('Mai am ceva de făcut'));
  expect(await press(/^Înregistrează-te Cerere păstrată aici, încă netransmisă/)).toBeTruthy();
  act(() => api.settle('own-1', 'received'));
  await user.click(await press(/^Înregistrează-te Cerere trimisă/));
  await title('Cerere primită');
});

test('of one that the server has not answered no e-mail is spoken', async () => {
  const { user, api } = await atSummary();
  await user.click(await press('Trimit înregistrarea'));
  await title('Cererea este păstrată pe acest aparat');
  act(() => api.settle('own-1', 'sent'));
  await user.click(await press('Mai am ceva de făcut'));
  await user.click(await press('Înregistrează-te Cerere trimisă, se așteaptă răspunsul'));
  await title('Cererea este trimisă');
});

test('one that a colleague has to look at is on its way: no second is offered', async () => {
  const { user, api } = await atSummary();
  await user.click(await press('Trimit înregistrarea'));
  await title('Cererea este păstrată pe acest aparat');
  act(() => api.settle('own-1', 'held', [{ code: 'codes-unchecked' }]));
  await user.click(await press('Mai am ceva de făcut'));
  await user.click(await press('Înregistrează-te Cererea așteaptă un coleg'));
  await title('Cererea așteaptă să fie văzută de un coleg');
});

test('a registration that was refused may be made again', async () => {
  const { user, api } = await atSummary();
  await user.click(await press('Trimit înregistrarea'));
  await title('Cererea este păstrată pe acest aparat');
  act(() => api.settle('own-1', 'refused', [{ code: 'codes-mismatch' }]));
  await user.click(await press('Mai am ceva de făcut'));
  await user.click(await press(/^Înregistrează-te Pentru cine nu are încă/));
  await title('Care este adresa dumneavoastră de e-mail?');
});

test('an address that is not complete is told beside its field, and the screen stays', async () => {
  const { user } = await atRegister();
  await user.keyboard('ana@ex{Enter}');
  expect(await screen.findByText(/Adresa de e-mail nu este completă/)).toBeTruthy();
  const field = screen.getByLabelText('E-mail');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('.ro');
  await waitFor(() => expect(screen.queryByText(/Adresa de e-mail nu este completă/)).toBeNull());
});

test('nothing is said of a field before it was filled in; an empty one is told when going on', async () => {
  const { user } = await atRegister();
  expect(screen.queryByText('Introduceți adresa de e-mail.')).toBeNull();
  await user.click(await press('Mai departe'));
  expect(await screen.findByText('Introduceți adresa de e-mail.')).toBeTruthy();
});

test('two passwords that differ are told beside the second', async () => {
  const { user } = await atRegister();
  await user.keyboard('ana@ex.ro{Enter}');
  await title('Care este numărul dumneavoastră de telefon?');
  await user.keyboard('0722123456{Enter}');
  await title('Alegeți o parolă');
  await user.keyboard('parola1{Enter}parola2{Enter}');
  expect(await screen.findByText(/Parolele nu sunt la fel/)).toBeTruthy();
  expect(screen.getByLabelText('Parola').getAttribute('aria-invalid')).toBeNull();
});

test('a password that is too short stays in its field, by touch too, and the next key begins it anew', async () => {
  const { user } = await atRegister();
  await user.keyboard('ana@ex.ro{Enter}');
  await title('Care este numărul dumneavoastră de telefon?');
  await user.keyboard('0722123456{Enter}');
  await title('Alegeți o parolă');
  await user.keyboard('abc');
  await user.click(await press('Mai departe'));
  const field = screen.getByLabelText<HTMLInputElement>('Parola');
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.click(
    within(screen.getByRole('group', { name: 'Litere și cifre' })).getByRole('button', { name: 'd' }),
  );
  expect(field.value).toBe('d');
  expect(screen.getByLabelText<HTMLInputElement>('Parola (verificare)').value).toBe('');
});

test('a question is answered anew from the summary, and leads back to it', async () => {
  const { user } = await atSummary();
  await user.click(await press('Modific telefonul'));
  await title('Care este numărul dumneavoastră de telefon?');
  await user.click(await press('Șterge tot'));
  await user.keyboard('0733111222{Enter}');
  await title('Este totul corect?');
  expect(screen.getByText('0733 111 222')).toBeTruthy();
});

test('what could not be kept is never called sent', async () => {
  const { user } = await atSummary({ formAnswer: { outcome: 'not-saved', reason: 'no-key' } });
  await user.click(await press('Trimit înregistrarea'));
  const words = await screen.findAllByText(/NU s-a salvat: acest aparat încă nu a vorbit cu serverul/);
  expect(words.some((element) => element.closest('[role=status]'))).toBe(true); // heard with a screen reader too
});

test('too many wrong codes lock, and the time is said', async () => {
  const { user } = await atSummary({ formAnswer: { outcome: 'locked', retryAfterMs: 890_000 } });
  await user.click(await press('Trimit înregistrarea'));
  expect(await screen.findAllByText(/peste 15 min/)).not.toEqual([]);
});

test('what the whole form was answered with is read aloud, to whoever asked for that', async () => {
  const { heard, end } = fakeSpeech();
  const findings = [{ code: 'codes-mismatch' as const }, { code: 'already-registered' as const }];
  const { user } = await atSummary({ formAnswer: { outcome: 'blocked', findings } });
  await user.click(await press('Citește ecranul cu voce'));
  await user.click(await press('Trimit înregistrarea'));
  await waitFor(() =>
    expect(heard.said.at(-1)).toMatch(
      /^Mai este ceva de corectat: Codurile nu se potrivesc.* Pentru acest cont există deja o înregistrare/,
    ),
  );
  end();
});

test('an account that was registered meanwhile is led to the sign-in', async () => {
  const { api } = await atRegister();
  const [popescu] = api.customers;
  if (popescu) popescu.account.registered = true;
  act(() => api.changed());
  await title('Contul este deja înregistrat');
  expect(await press('Intru cu e-mail și parolă')).toBeTruthy();
});
