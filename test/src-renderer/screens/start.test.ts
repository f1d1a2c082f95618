// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { DeviceState, EnrolOutcome } from '../../../src-renderer/data/device-api';
import type { SignInOutcome } from '../../../src-renderer/data/sign-in-api';
import type { SyncStatus } from '../../../src-renderer/data/sync-status';
import { FakeDataApi } from '../../support/fake-data-api';
import { fakeDevice, fakeKioskDevice } from '../../support/fake-utility';
import { showApp } from '../../support/show-app';
import { signedOut, staffKeys } from './signed-out';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test.each<[DeviceState, RegExp]>([
  [{ state: 'starting' }, /Se deschide Ghișeu/],
  [{ state: 'other-window' }, /este deja deschis/],
  [{ state: 'not-enrolled', lost: null }, /Înregistrați acest aparat/],
  [{ state: 'revoked', device: fakeDevice }, /nu mai are acces/],
  [{ state: 'startup-problem', problem: 'journal-unreadable', surface: null }, /Jurnalul nu se poate citi/],
  [{ state: 'ready', device: fakeKioskDevice }, /Bun venit!/],
])('a machine that is %o says so', async (device, title) => {
  showApp(Object.assign(new FakeDataApi(), { device }));
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
});

const retryButton = { name: 'Încearcă din nou' };

/** A page whose databases were closed under way; `reload` is what it does about that. */
function showCutOff() {
  const reload = vi.fn();
  return {
    reload,
    ...showApp(Object.assign(new FakeDataApi(), { device: { state: 'cut-off' } }), { reload }),
  };
}

test('databases that were closed under way: the page is loaded again by itself, and then says why', async () => {
  const { reload } = showCutOff();
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(screen.queryByRole('button', retryButton)).toBeNull();
  const { user } = showApp(signedOut());
  expect(await screen.findByText(/s-au închis pe neașteptate \(22.11.2026 10:42\)/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Am citit' }));
  expect(screen.queryByText(/s-au închis pe neașteptate/)).toBeNull();
  showApp(signedOut());
  expect(await screen.findByLabelText('Utilizator')).toBeTruthy();
  expect(screen.queryByText(/s-au închis pe neașteptate/)).toBeNull();
});

test('after three times in vain the person decides, or nobody within a minute', async () => {
  for (let tries = 0; tries < 3; tries += 1) {
    const { reload } = showCutOff();
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { reload } = showCutOff();
  await vi.waitFor(() => screen.getByRole('button', retryButton), 5_000);
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  pass(40_000);
  fireEvent.keyDown(document.body, { key: 'Tab' });
  pass(40_000);
  expect(reload).not.toHaveBeenCalled();
  pass(30_000);
  expect(reload).toHaveBeenCalledOnce();
});

test('where a reload leaves no trace the person decides at once', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('shut', 'SecurityError');
  });
  const { reload, user } = showCutOff();
  await user.click(await screen.findByRole('button', retryButton));
  expect(reload).toHaveBeenCalledOnce();
});

test.each<[string, Partial<FakeDataApi>]>([
  ['revoked', { device: { state: 'revoked', device: fakeDevice } }],
  [
    'not known to the server any more',
    { connection: { connection: { state: 'locked-out', problem: 'unauthenticated' }, accountsReady: false } },
  ],
])('a machine that is %s takes a replacement code and gives out what waits', async (_, changes) => {
  const enrolAnswer: EnrolOutcome = { outcome: 'refused', reason: 'code-used' };
  const { user } = showApp(signedOut({ ...changes, enrolAnswer }));
  expect(await screen.findByRole('button', { name: 'Exportă ce așteaptă' })).toBeTruthy();
  await user.type(screen.getByLabelText('Cod de înregistrare'), 'GHIS-EU22-2222{Enter}');
  expect(await screen.findByText(/deja folosit/)).toBeTruthy();
});

test.each<[DeviceState, RegExp]>([
  [{ state: 'starting' }, /^Infochioșcul pornește/],
  [{ state: 'other-window' }, /deschis în altă fereastră/],
  [{ state: 'not-enrolled', lost: { deviceId: 'kiosk-1', waiting: 2 } }, /nu funcționează acum/],
  [{ state: 'startup-problem', problem: 'storage-unavailable', surface: null }, /nu funcționează acum/],
  [{ state: 'cut-off' }, /^Infochioșcul pornește/],
])(
  'a machine that was a kiosk and is %o says so in the words of the public, easy to read',
  async (device, title) => {
    const { user } = showApp(signedOut({ device }), { remembered: 'self-service' });
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Contrast ridicat' }));
    await user.click(screen.getByRole('button', { name: 'Text mare' }));
    expect(document.documentElement.dataset).toMatchObject({ contrast: 'high', text: 'large' });
    expect(screen.queryByRole('button', { name: 'Încearcă din nou' })).toBeNull();
  },
);

test('what was chosen to see better holds from a new machine’s first page to the kiosk that it becomes', async () => {
  const { dataset } = document.documentElement;
  const { api, user } = showApp(signedOut({ device: { state: 'not-enrolled', lost: null } }));
  await screen.findByLabelText('Cod de înregistrare');
  await user.click(screen.getByRole('button', { name: 'Contrast ridicat' }));
  expect(dataset).toMatchObject({ surface: 'none-yet', contrast: 'high', text: 'normal' });
  const becomes = (device: DeviceState) =>
    act(() => {
      api.device = device;
      api.changed();
    });
  becomes({ state: 'ready', device: fakeKioskDevice });
  await screen.findByRole('heading', { name: /Bun venit!/ });
  expect(dataset).toMatchObject({ surface: 'self-service', contrast: 'high' });
  becomes({ state: 'starting' });
  await screen.findByRole('heading', { name: /^Infochioșcul pornește/ });
  await user.click(screen.getByRole('button', { name: 'Text mare' }));
  becomes({ state: 'ready', device: fakeKioskDevice });
  await screen.findByRole('heading', { name: /Bun venit!/ });
  expect(dataset).toMatchObject({ surface: 'self-service', contrast: 'high', text: 'large' });
});

test.each<[DeviceState, RegExp]>([
  [{ state: 'starting' }, /Se deschide Ghișeu/],
  [{ state: 'other-window' }, /este deja deschis/],
  [{ state: 'startup-problem', problem: 'journal-unreadable', surface: null }, /Jurnalul nu se poate citi/],
])(
  'a machine that may yet be a kiosk’s and is %o can be made easy to read; a counter stays as it is',
  async (device, title) => {
    const { dataset } = document.documentElement;
    const { user } = showApp(signedOut({ device }));
    await screen.findByRole('heading', { name: title });
    await user.click(screen.getByRole('button', { name: 'Contrast ridicat' }));
    await user.click(screen.getByRole('button', { name: 'Text mare' }));
    expect(dataset).toMatchObject({ surface: 'none-yet', contrast: 'high', text: 'large' });
    showApp(signedOut({ device }), { remembered: 'counter' });
    await screen.findByRole('heading', { name: title });
    expect(screen.queryByRole('button', { name: 'Contrast ridicat' })).toBeNull();
    expect(dataset).not.toHaveProperty('contrast');
  },
);

test('so can what a machine that was nothing before could not handle', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const api = signedOut();
  api.watch = () => Promise.reject(new Error('COL23'));
  const { user } = showApp(api);
  await screen.findByText('COL23');
  await user.click(screen.getByRole('button', { name: 'Text mare' }));
  expect(document.documentElement.dataset).toMatchObject({ surface: 'none-yet', text: 'large' });
});

test('a new machine that becomes a counter looks as every counter does', async () => {
  const { dataset } = document.documentElement;
  const { api, user } = showApp(signedOut({ device: { state: 'not-enrolled', lost: null } }));
  await screen.findByLabelText('Cod de înregistrare');
  await user.click(screen.getByRole('button', { name: 'Text mare' }));
  expect(dataset).toMatchObject({ surface: 'none-yet', text: 'large' });
  act(() => {
    api.device = { state: 'ready', device: fakeDevice };
    api.changed();
  });
  await screen.findByLabelText('Utilizator');
  expect(dataset).not.toHaveProperty('text');
});

test('whom a machine serves is remembered for a start at which nothing can be read', async () => {
  showApp(signedOut({ device: { state: 'ready', device: fakeKioskDevice } }));
  await screen.findByText(/Bun venit!/);
  expect(localStorage.getItem('ghiseu.surface')).toBe('self-service');
  showApp(signedOut());
  await screen.findByLabelText('Utilizator');
  expect(localStorage.getItem('ghiseu.surface')).toBe('counter');
});

test('a kiosk that cannot start: by its key alone it is known for one; the ways out are behind the staff’s keys', async () => {
  const reload = vi.fn();
  const device: DeviceState = {
    state: 'startup-problem',
    problem: 'database-unreadable',
    surface: 'self-service',
  };
  const { api, user } = showApp(signedOut({ device }), { reload });
  expect(await screen.findByRole('heading', { name: /nu funcționează acum/ })).toBeTruthy();
  expect(screen.getByText(/mergeți la ghișeu/)).toBeTruthy();
  expect(screen.queryByText(/Datele locale/)).toBeNull();
  await user.keyboard(staffKeys);
  expect(await screen.findByRole('heading', { name: /Datele locale nu se pot deschide/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Exportă ce așteaptă' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reface datele locale' }));
  await user.click(screen.getByRole('button', { name: 'Da, reface' }));
  expect(api.rebuilds).toBe(1);
  await user.keyboard(staffKeys);
  expect(await screen.findByRole('heading', { name: /nu funcționează acum/ })).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
});

/** A kiosk that cannot start, with time in the test's hands. */
async function failedKiosk(problem: Extract<DeviceState, { state: 'startup-problem' }>['problem']) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const reload = vi.fn();
  const device: DeviceState = { state: 'startup-problem', problem, surface: 'self-service' };
  showApp(signedOut({ device }), { reload });
  await vi.waitFor(() => screen.getByRole('heading', { name: /nu funcționează acum/ }), 5_000);
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  return { reload, pass };
}

test('a kiosk that cannot start tries again by itself when nobody is there', async () => {
  const { reload, pass } = await failedKiosk('database-unreadable');
  pass(59_000);
  expect(reload).not.toHaveBeenCalled();
  pass(2_000);
  expect(reload).toHaveBeenCalledOnce();
});

test('what takes long to open is left to open for minutes, and staff who read why are not disturbed', async () => {
  const { reload, pass } = await failedKiosk('database-stuck');
  pass(14 * 60_000);
  expect(reload).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'F8', code: 'F8', ctrlKey: true, shiftKey: true });
  await vi.waitFor(() => screen.getByRole('button', { name: 'Exportă ce așteaptă' }), 5_000);
  pass(30 * 60_000);
  expect(reload).not.toHaveBeenCalled();
});

test('what no screen of a kiosk could handle is told in the words of the public', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const reload = vi.fn();
  const api = signedOut();
  api.watch = () => Promise.reject(new Error('COL23'));
  const { user } = showApp(api, { remembered: 'self-service', reload });
  expect(await screen.findByRole('heading', { name: /Ne pare rău/ })).toBeTruthy();
  expect(screen.getByText('COL23')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Contrast ridicat' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Începeți din nou' }));
  expect(reload).toHaveBeenCalledOnce();
});

test.each<[SignInOutcome, RegExp]>([
  [{ outcome: 'refused', reason: 'wrong-credentials' }, /nu sunt corecte/],
  [{ outcome: 'refused', reason: 'first-sign-in-needs-server' }, /are nevoie de server/],
  [{ outcome: 'refused', reason: 'offline-too-long' }, /de mult cu serverul/],
  [{ outcome: 'refused', reason: 'staff-disabled' }, /dezactivat/],
  [{ outcome: 'locked', retryAfterMs: 95_000 }, /peste 1 min 35 s/],
  [{ outcome: 'locked', retryAfterMs: 840_000 }, /peste 14 min[.,]/],
])('a sign-in answered by %o is told in words', async (signInAnswer, words) => {
  const { user } = showApp(signedOut({ signInAnswer }));
  await user.type(await screen.findByLabelText('Utilizator'), 'maria');
  await user.type(screen.getByLabelText('Parolă'), 'parola{Enter}');
  expect(await screen.findByText(words)).toBeTruthy();
});

test('signing in opens the counter with the cursor in the search', async () => {
  const { user } = showApp(signedOut());
  await user.type(await screen.findByLabelText('Utilizator'), 'maria');
  await user.type(screen.getByLabelText('Parolă'), 'parola{Enter}');
  const search = await screen.findByRole('combobox');
  await waitFor(() => expect(document.activeElement).toBe(search));
});

test('Alt+2 and Alt+3 change every word and the page’s language', async () => {
  const { user } = showApp();
  await screen.findByText('Cine este la ghișeu?');
  await user.keyboard('{Alt>}2{/Alt}');
  expect(await screen.findByText('Ki az ügyfél?')).toBeTruthy();
  expect(document.documentElement.lang).toBe('hu');
  await user.keyboard('{Alt>}3{/Alt}');
  expect(await screen.findByText('Who is at the counter?')).toBeTruthy();
  expect(localStorage.getItem('ghiseu.language')).toBe('en');
});

test.each<[Partial<SyncStatus>, RegExp]>([
  [{ connection: { state: 'connecting' } }, /Se caută serverul/],
  [{}, /Sincronizat acum 0 s/],
  [
    { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } },
    /Fără legătură din 22\.11\.2026 10:30/,
  ],
  [
    { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'server-trouble' } },
    /Serverul are probleme din 22\.11\.2026 10:30/,
  ],
  [{ connection: { state: 'locked-out', problem: 'protocol-too-old' } }, /este prea veche pentru server/],
  [{ firstSync: { collection: 'invoices', done: 10, total: 2000 } }, /Se aduc: Facturi 10 din 2.000/],
  [
    { waiting: { submissions: 3, oldestAt: '2026-11-22T08:10:00.000Z' }, refused: 1, held: 2 },
    /3 în așteptare din 22\.11\.2026 10:10/,
  ],
])('the status bar tells %o', async (connection, words) => {
  showApp(Object.assign(new FakeDataApi(), { connection }));
  expect(await screen.findByText(words)).toBeTruthy();
});

test('work opens as soon as accounts are here, while the rest is still being fetched', async () => {
  const connection: Partial<SyncStatus> = {
    accountsReady: false,
    firstSync: { collection: 'accounts', done: 500, total: 2000 },
  };
  const { api } = showApp(Object.assign(new FakeDataApi(), { connection }));
  expect(await screen.findByText(/^500 din 2.000$/)).toBeTruthy();
  act(() => {
    api.connection = { accountsReady: true, firstSync: { collection: 'readings', done: 0, total: 2000 } };
    api.changed();
  });
  expect(await screen.findByRole('combobox')).toBeTruthy();
});

test('a password is shown and hidden by keyboard alone', async () => {
  const { user } = showApp(signedOut());
  const password = await screen.findByLabelText<HTMLInputElement>('Parolă');
  await user.type(password, 'parola');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(password.type).toBe('text');
  await user.keyboard(' ');
  expect(password.type).toBe('password');
  expect(password.value).toBe('parola');
});
