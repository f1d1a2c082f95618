// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { EnrolOutcome } from '../../../src-renderer/data/device-api';
import { fakeKioskDevice } from '../../support/fake-utility';
import { showApp } from '../../support/show-app';
import { signedOut, staffKeys } from './signed-out';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test('a kiosk that lost its key is enrolled again from a keyboard', async () => {
  const lost = { deviceId: 'kiosk-1', waiting: 2 };
  const { user } = showApp(signedOut({ device: { state: 'not-enrolled', lost } }), {
    remembered: 'self-service',
  });
  expect(await screen.findByText(/nu mai are cheia lui\. Codul de înlocuire/)).toBeTruthy();
  expect(screen.queryByLabelText('Cod de înregistrare')).toBeNull();
  await user.keyboard(staffKeys);
  expect(await screen.findByText(/Acest aparat a fost kiosk-1/)).toBeTruthy();
  expect(screen.getByLabelText('Cod de înregistrare')).toBeTruthy();
});

test('a kiosk that never had a key is told of a first code, not of a lost key', async () => {
  const { user } = showApp(signedOut({ device: { state: 'not-enrolled', lost: null } }), {
    remembered: 'self-service',
  });
  expect(await screen.findByText(/aparatul nu este înregistrat\. Codul de înregistrare/)).toBeTruthy();
  expect(screen.queryByText(/nu mai are cheia/)).toBeNull();
  await user.keyboard(staffKeys);
  expect(await screen.findByText(/Introduceți codul de înregistrare primit/)).toBeTruthy();
});

test.each<[() => Promise<EnrolOutcome>, RegExp]>([
  [async () => ({ outcome: 'refused', reason: 'code-used' }), /deja folosit/],
  [async () => ({ outcome: 'not-kept' }), /nu a putut păstra cine este/],
  [() => Promise.reject(new Error('worker gone')), /Ceva nu a mers pe acest aparat/],
])('why a kiosk was not enrolled by its address is said where it stands shut', async (enrolment, why) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { user } = showApp(signedOut({ device: { state: 'not-enrolled', lost: null } }), {
    remembered: 'self-service',
    enrolmentByAddress: { first: enrolment() },
  });
  expect(await screen.findByText(/^Înregistrarea nu a reușit\./)).toBeTruthy();
  expect(screen.getByText(why)).toBeTruthy();
  await user.keyboard(staffKeys);
  expect(await screen.findByText(why)).toBeTruthy();
});

/** Machines whose enrolment by address could not be asked for, with time in the test's hands. */
async function unasked(first: EnrolOutcome, then: EnrolOutcome[], remembered?: 'self-service') {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const again = vi.fn(async () => then.shift() ?? first);
  const reload = vi.fn();
  const enrolmentByAddress = { first: Promise.resolve(first), again };
  const outside = { enrolmentByAddress, reload, ...(remembered && { remembered }) };
  showApp(signedOut({ device: { state: 'not-enrolled', lost: null } }), outside);
  await vi.waitFor(() => screen.getByText(/încearcă din nou singur/), 5_000);
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  return { again, reload, pass };
}

const passing: EnrolOutcome[] = [
  { outcome: 'offline' },
  { outcome: 'server-trouble' },
  { outcome: 'refused', reason: 'too-fast' },
];

test.each(passing)('a kiosk whose code met %o asks again by itself, until it has an answer', async (met) => {
  const used: EnrolOutcome = { outcome: 'refused', reason: 'code-used' };
  const { again, reload, pass } = await unasked(met, [met, used], 'self-service');
  await pass(59_000);
  expect(again).not.toHaveBeenCalled();
  await pass(2_000);
  expect(again).toHaveBeenCalledOnce();
  expect(screen.getByText(/încearcă din nou singur/)).toBeTruthy();
  await pass(61_000);
  expect(again).toHaveBeenCalledTimes(2);
  expect(screen.getByText(/deja folosit/)).toBeTruthy();
  await pass(10 * 60_000);
  expect(again).toHaveBeenCalledTimes(2);
  expect(reload).not.toHaveBeenCalled(); // the code would be gone with the page
});

test('a new machine asks again too, but not while somebody types another code', async () => {
  const { again, pass } = await unasked({ outcome: 'offline' }, []);
  await pass(40_000);
  fireEvent.keyDown(screen.getByLabelText('Cod de înregistrare'), { key: 'G' });
  await pass(40_000);
  expect(again).not.toHaveBeenCalled();
  await pass(30_000);
  expect(again).toHaveBeenCalledOnce();
});

test('a revoked kiosk tells customers that it is out of service; with a keyboard its new code can be entered', async () => {
  const { user } = showApp(signedOut({ device: { state: 'revoked', device: fakeKioskDevice } }));
  expect(await screen.findByText(/Infochioșcul din hol/)).toBeTruthy();
  expect(screen.queryByLabelText('Cod de înregistrare')).toBeNull();
  await user.keyboard(staffKeys);
  expect(await screen.findByLabelText('Cod de înregistrare')).toBeTruthy();
});

test('a code in the page’s address is used without asking for one; what stands against it is said', async () => {
  let answer: (outcome: EnrolOutcome) => void = () => undefined;
  const first = new Promise<EnrolOutcome>((resolve) => {
    answer = resolve;
  });
  showApp(signedOut({ device: { state: 'not-enrolled', lost: null } }), {
    enrolmentByAddress: { first },
  });
  expect(await screen.findByRole('heading', { name: 'Se înregistrează acest aparat' })).toBeTruthy();
  expect(screen.queryByLabelText('Cod de înregistrare')).toBeNull();
  act(() => answer({ outcome: 'refused', reason: 'code-used' }));
  expect(await screen.findByLabelText('Cod de înregistrare')).toBeTruthy();
  expect(await screen.findByText(/deja folosit/)).toBeTruthy();
});

test('a failure on the machine itself is not blamed on the server', async () => {
  const api = signedOut({ device: { state: 'not-enrolled', lost: null } });
  api.enrol = () => Promise.reject(new Error('worker gone'));
  const { user } = showApp(api);
  await user.type(await screen.findByLabelText('Cod de înregistrare'), 'GHIS-EU22-2222{Enter}');
  expect(await screen.findByText(/Ceva nu a mers pe acest aparat/)).toBeTruthy();
});
