// @vitest-environment jsdom

import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { StartupNotice } from '../../../../src-renderer/data/device-api';
import type { SubmissionView } from '../../../../src-renderer/data/submission-view';
import type { SyncStatus } from '../../../../src-renderer/data/sync-status';
import type { KioskView } from '../../../../src-renderer/data/visit-api';
import { fakeKiosk } from '../../../support/fake-kiosk';
import { fakeSpeech } from '../../../support/fake-speech';
import { press, showHome, showKiosk } from '../../../support/show-kiosk';
import { change } from './visit-of';

afterEach(cleanup);

test.each<[Partial<SyncStatus>, RegExp]>([
  [{ connection: { state: 'locked-out', problem: 'device-revoked' } }, /nu mai este în folosință/],
  [
    { connection: { state: 'locked-out', problem: 'unauthenticated' }, accountsReady: false },
    /nu funcționează acum/,
  ],
  [{ accountsReady: false }, /se pregătește/],
  [
    { connection: { state: 'offline', since: null, reason: 'unreachable' }, accountsReady: false },
    /nu funcționează acum/,
  ],
])('a kiosk that cannot serve (%o) sends the customer to the counter', async (connection, title) => {
  showKiosk({ connection });
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  expect(screen.getByText(/ghișeu/)).toBeTruthy();
  expect(screen.getByText(/Pentru personal/)).toBeTruthy();
});

test.each<[Partial<KioskView>, string]>([
  [{}, 'Puteți transmite indexul între 20 și 30 noiembrie.'],
  [
    { window: { from: '2026-11-28', to: '2026-12-03' } },
    'Puteți transmite indexul între 28 noiembrie și 3 decembrie.',
  ],
  [{ window: null }, 'Indexul se poate transmite între 25 și 31 decembrie.'],
])('the first screen says when an index may be sent', async (kiosk, words) => {
  showKiosk({ kiosk: { ...fakeKiosk, ...kiosk } });
  expect(await screen.findByText(words)).toBeTruthy();
});

test('a fresh page does not call itself offline before it knows', async () => {
  const { api } = showKiosk({ kiosk: { ...fakeKiosk, online: null } });
  await screen.findByText(/Puteți transmite indexul/);
  expect(screen.queryByText(/nu avem legătură/)).toBeNull();
  change(api, { kiosk: { ...fakeKiosk, online: false } });
  expect(await screen.findByText(/Acum nu avem legătură cu serverul/)).toBeTruthy();
});

test('a full disk is told on the first screen: what cannot be done, what can, and a line for the staff', async () => {
  const { api } = showKiosk({ kiosk: { ...fakeKiosk, canSave: false, online: false } });
  expect(await screen.findByText(/nu se poate transmite indexul și nu se poate plăti aici/)).toBeTruthy();
  expect(screen.getByText(/Pentru personal: discul acestui aparat este plin/)).toBeTruthy();
  expect(screen.queryByText(/Puteți transmite indexul/)).toBeNull();
  change(api, { kiosk: { ...fakeKiosk, storage: 'failing' } });
  expect(await screen.findByText(/ce vine de la server nu se poate scrie/)).toBeTruthy();
  change(api, { kiosk: fakeKiosk });
  expect(screen.queryByText(/Pentru personal/)).toBeNull();
});

test('a touch anywhere begins in the language that is shown', async () => {
  const { user } = showKiosk();
  await user.click(await screen.findByText(/Puteți transmite indexul/));
  expect(await screen.findByRole('heading', { name: 'Cum vă identificați?' })).toBeTruthy();
});

test('a language begins in it, and the page says so to screen readers; the choice is not kept for the next one', async () => {
  const { user } = showKiosk();
  await user.click(await press(/Magyar Érintse/));
  expect(await screen.findByRole('heading', { name: 'Hogyan azonosítja magát?' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('hu');
  expect(localStorage.getItem('ghiseu.language')).toBeNull();
});

test('a lowered screen offers to be raised again', async () => {
  const { user } = await showHome();
  await user.click(await press('Coboară ecranul'));
  await user.click(await press('Ridică ecranul'));
  expect(await press('Coboară ecranul')).toBeTruthy();
});

test('a password with marked letters and a space can be typed', async () => {
  const { user } = showKiosk();
  await user.click(await press(/Română Atingeți/));
  await user.click(await press(/^Cu e-mail și parolă/));
  await user.click(await screen.findByLabelText('Parola'));
  for (const key of ['a', 'ș', 'Spațiu', 'ț']) await user.click(await press(key));
  expect(screen.getByLabelText<HTMLInputElement>('Parola').value).toBe('aș ț');
});

test('contrast and large text are one touch on every screen, and marked as chosen', async () => {
  const { user } = await showHome();
  const { dataset } = document.documentElement;
  expect(dataset.contrast).toBe('normal');
  await user.click(await press('Contrast ridicat'));
  await user.click(await press('Text mare'));
  expect(dataset).toMatchObject({ surface: 'self-service', contrast: 'high', text: 'large' });
  expect(screen.getByRole('button', { name: 'Contrast ridicat' }).getAttribute('aria-pressed')).toBe('true');
});

test('home tells what each choice means today', async () => {
  await showHome();
  expect(await press(/Consumuri Transmiteți indexul acestei luni/)).toBeTruthy();
  expect(await press(/Evidență facturi De plată: .* neplătite/)).toBeTruthy();
  expect(await press(/Contul meu Cu e-mail și parolă/)).toBeTruthy();
  expect(await press(/Înregistrează-te/)).toBeTruthy();
});

test('without the server home says that the own account cannot be opened now', async () => {
  await showHome({ kiosk: { ...fakeKiosk, online: false } });
  expect(await press(/Contul meu Nu se poate acum/)).toBeTruthy();
});

test('without room on the device each choice says what it is good for now, and nothing can be paid', async () => {
  const { api, user } = await showHome({ kiosk: { ...fakeKiosk, canSave: false } });
  expect(await press(/Consumuri Acum numai la ghișeu: aparatul nu mai are loc/)).toBeTruthy();
  expect(await press(/Înregistrează-te Acum numai la ghișeu: aparatul nu mai are loc/)).toBeTruthy();
  expect(await press(/Evidență facturi De plată/)).toBeTruthy();
  await user.click(await press(/Plata facturi Acum numai la ghișeu: aparatul nu mai are loc/));
  expect(await screen.findByRole('heading', { name: 'La acest aparat nu se poate plăti acum' })).toBeTruthy();
  await user.click(await press('Înapoi'));
  change(api, { kiosk: fakeKiosk });
  expect(await press(/Consumuri Transmiteți indexul acestei luni/)).toBeTruthy();
});

test('*Contul meu* asks for the sign-in when the visit began with codes', async () => {
  const { user } = await showHome();
  await user.click(await press(/Contul meu/));
  expect(await screen.findByRole('heading', { name: 'E-mail și parolă' })).toBeTruthy();
  await user.click(await press('Înapoi'));
  expect(await screen.findByRole('heading', { name: 'Ce doriți să faceți?' })).toBeTruthy();
});

test('a registration that was refused later is told at the next visit, with its reason', async () => {
  const { api } = await showHome();
  const notice = { id: 'n1', kind: 'registration', state: 'refused', capturedAt: '2026-11-20T08:42:00.000Z' };
  const notices = [{ ...notice, findings: [{ code: 'codes-mismatch' }] } as unknown as SubmissionView];
  if (api.visit) api.visit = { ...api.visit, notices };
  api.changed();
  expect(await screen.findByText(/Înregistrarea din 20.11.2026 10:42 nu a fost primită/)).toBeTruthy();
  expect(screen.getByText(/Codurile nu se potrivesc/)).toBeTruthy();
});

test('what is held or gave way is told in a customer’s words', async () => {
  const { api } = await showHome();
  const registration = { id: 'n1', kind: 'registration', capturedAt: '2026-11-20T08:42:00.000Z' };
  const notices = [
    { ...registration, state: 'superseded', findings: [] },
    {
      ...registration,
      id: 'n2',
      kind: 'reading',
      state: 'held',
      findings: [{ code: 'period-billed', period: '2026-11' }],
    },
  ] as unknown as SubmissionView[];
  const [popescu] = api.customers;
  if (popescu) popescu.account.registered = true;
  if (api.visit) change(api, { visit: { ...api.visit, notices } });
  expect(await screen.findByText(/Înregistrarea din 20.11.2026 10:42 nu mai este valabilă/)).toBeTruthy();
  expect(screen.getByText(/intrați cu e-mailul și parola de atunci/)).toBeTruthy();
  expect(screen.getByText(/a fost deja facturată\.$/)).toBeTruthy();
  expect(screen.queryByText(/supervizor/)).toBeNull();
});

test('a registration that ended without a newer one says so; who has signed in is not told of it', async () => {
  const { api } = await showHome();
  const ended = {
    id: 'n1',
    kind: 'registration',
    state: 'superseded',
    capturedAt: '2026-11-20T08:42:00.000Z',
    findings: [],
  } as unknown as SubmissionView;
  if (api.visit) change(api, { visit: { ...api.visit, notices: [ended] } });
  expect(await screen.findByText(/Dacă doriți cont, înregistrați-vă din nou/)).toBeTruthy();
  if (api.visit) change(api, { visit: { ...api.visit, shownBy: 'password' } });
  await waitFor(() => expect(screen.queryByText(/nu mai este valabilă/)).toBeNull());
});

test('what was refused is read aloud at home, with its reason, to whoever asked for that', async () => {
  const { heard, end } = fakeSpeech();
  const { api, user } = await showHome();
  await user.click(await press('Citește ecranul cu voce'));
  const notice = { id: 'n1', kind: 'registration', state: 'refused', capturedAt: '2026-11-20T08:42:00.000Z' };
  const notices = [{ ...notice, findings: [{ code: 'codes-mismatch' }] } as unknown as SubmissionView];
  if (api.visit) change(api, { visit: { ...api.visit, notices } });
  await waitFor(() =>
    expect(heard.said.at(-1)).toMatch(/^Înregistrarea din .* nu a fost primită\. Codurile nu se potrivesc/),
  );
  end();
});

test('once something is done, «Gata» stands once, beside the way on', async () => {
  const { user } = await showHome();
  await user.click(await press(/^Consumuri/));
  await user.click(await screen.findByLabelText(/^Index nou/));
  await user.keyboard('01250{Enter}');
  await screen.findByRole('heading', { name: 'Indexul este păstrat pe acest aparat' });
  const acts = within(screen.getByRole('navigation', { name: 'Înapoi și mai departe' }));
  expect(acts.getByRole('button', { name: 'Mai am ceva de făcut' })).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Gata' })).toEqual([
    acts.getByRole('button', { name: 'Gata' }),
  ]);
});

test('an account that is not here leaves the way to the others', async () => {
  const { api, user } = await showHome();
  act(() => api.open(['99', '7'], api.profileOf('7')));
  await screen.findByRole('heading', { name: 'Contul nu este pe acest aparat' });
  await user.click(await press('Alt loc de consum'));
  await user.click(await press(/POPESCU Ion/));
  expect(await screen.findByRole('heading', { name: 'Ce doriți să faceți?' })).toBeTruthy();
});

test.each([
  ['9', /Consumuri Vedeți consumul/],
  ['12', /Consumuri Vedeți consumul/],
])('an account that may not send an index (%s) reaches home', async (accountId, tile) => {
  await showHome({ identifyAnswer: { outcome: 'identified', accountId, checkedBy: 'server' } });
  expect(await press(tile)).toBeTruthy();
});

test('the screen is read aloud when the language has a voice, and falls silent when it goes', async () => {
  const { heard, end } = fakeSpeech();
  const { user } = showKiosk();
  await user.click(await press('Citește ecranul cu voce'));
  await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Bun venit/));
  await user.click(await press(/Română Atingeți/));
  await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Cum vă identificați/));
  expect(heard.cancelled).toBeGreaterThan(0);
  end();
});

/** At home, spoken slowly, with something new to tell. */
async function homeAloud() {
  const speech = fakeSpeech({ slow: true });
  const shown = await showHome();
  await shown.user.click(await press('Citește ecranul cu voce'));
  await waitFor(() => expect(speech.heard.said.at(-1)).toMatch(/^Ce doriți să faceți\? POPESCU Ion/));
  const tell = () => {
    const { visit } = shown.api;
    const notice = { kind: 'registration', state: 'refused', capturedAt: '2026-11-20T08:42:00.000Z' };
    const notices = [{ ...notice, id: 'n1', findings: [] } as unknown as SubmissionView];
    if (visit) change(shown.api, { visit: { ...visit, notices } });
  };
  return { ...shown, ...speech, tell };
}

test('one voice says what is new after what it was saying, and nothing twice that was heard to its end', async () => {
  const { heard, saidAll, tell, end, api } = await homeAloud();
  tell();
  await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Ce doriți să faceți\? .*Înregistrarea din/));
  saidAll();
  const before = heard.said.length;
  if (api.visit) change(api, { visit: { ...api.visit, notices: [] } });
  tell();
  await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Înregistrarea din/));
  expect(heard.said).toHaveLength(before + 1);
  end();
});

test('a screen behind a question is silent; what it has to say is said when that is answered', async () => {
  const { heard, saidAll, tell, end, user, clock } = await homeAloud();
  saidAll();
  clock.ms += 60_000;
  await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Mai aveți nevoie de timp/));
  const { cancelled } = heard;
  tell();
  await screen.findByText(/Înregistrarea din/);
  expect(heard.said.at(-1)).toMatch(/^Mai aveți nevoie de timp/);
  expect(heard.cancelled).toBe(cancelled); // nor does it cut off the question
  await user.click(await press('Mai am nevoie de timp'));
  await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Înregistrarea din/));
  end();
});

test('a screen that fails sends the customer to the beginning, with the line for the staff', async () => {
  const { user, api, outside } = await showHome();
  api.watch = () => Promise.reject(new Error('COL23'));
  await user.click(await press(/Contul meu/));
  expect(await screen.findByRole('heading', { name: /Ne pare rău/ })).toBeTruthy();
  expect(screen.getByText('COL23')).toBeTruthy();
  await user.click(await press('Începeți din nou'));
  await waitFor(() => expect(outside.reloads).toBe(1));
});

test.each<[StartupNotice, boolean]>([
  [{ code: 'journal-damaged', lines: 2 }, true],
  [{ code: 'journal-gap', from: 4, to: 6 }, true],
  [{ code: 'of-other-device', deviceId: 'device-9', submissions: 1 }, true],
  [{ code: 'journal-vanished', submissions: 3 }, false],
  [{ code: 'data-vanished', submissions: 3, lastSeq: 3 }, false],
])(
  'what the start-up check found (%o) is said to the staff only where somebody has to act',
  async (notice, said) => {
    showKiosk({ notices: [notice] });
    await screen.findByRole('heading', { name: /^Bun venit!/ });
    expect(screen.queryAllByText(/^Pentru personal/)).toHaveLength(said ? 1 : 0);
  },
);

test('whoever looks after the kiosk reads from a keyboard what was found, and it is said no more', async () => {
  const { api, user } = showKiosk({ notices: [{ code: 'journal-damaged', lines: 2 }] });
  await screen.findByText(/^Pentru personal/);
  await user.keyboard('{Control>}{Shift>}{F8}{/Shift}{/Control}');
  expect(await screen.findByText(/^În jurnal sunt rânduri deteriorate: 2/)).toBeTruthy();
  await user.click(await press('Am citit'));
  await waitFor(() => expect(api.notices).toEqual([]));
  expect(screen.queryByText(/^Pentru personal/)).toBeNull();
  expect(screen.getByRole('heading', { name: /^Bun venit!/ })).toBeTruthy();
});

test('a visit can be ended also where the kiosk stops serving in the middle of it', async () => {
  const { api, user, outside } = await showHome();
  change(api, { connection: { connection: { state: 'locked-out', problem: 'device-revoked' } } });
  await screen.findByRole('heading', { name: /nu mai este în folosință/ });
  await user.click(await press(/^Gata/));
  await waitFor(() => expect(outside.reloads).toBe(1));
});
