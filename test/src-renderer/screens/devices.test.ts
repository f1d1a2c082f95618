// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeCases } from '../../support/fake-cases';
import { FakeDataApi } from '../../support/fake-data-api';
import { fakeDevices } from '../../support/fake-devices';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

const supervising = (changes: Partial<FakeDataApi> = {}) =>
  Object.assign(new FakeDataApi(), {
    session: fakeCases.supervisor,
    officeDevicesAnswer: fakeDevices,
    ...changes,
  });

async function openDevices(api: FakeDataApi) {
  const { user } = showApp(api);
  await user.click(await screen.findByLabelText('Utilizator: Elena Munteanu'));
  await user.click(await screen.findByText('Aparatele biroului'));
  await screen.findByRole('heading', { level: 1, name: 'Aparatele biroului' });
  return user;
}

async function row(name: RegExp): Promise<string> {
  return (await screen.findByRole('row', { name })).textContent ?? '';
}

describe('a supervisor sees of each device', () => {
  test('where it stands, when it was last heard of and how much arrived', async () => {
    await openDevices(supervising());
    expect(await row(/^Ghișeul 1/)).toBe(
      'Ghișeul 1acest aparatLupenighișeu22.11.2026 10:401\u00a0284nu lipsește nimic',
    );
    expect(await row(/^Infochioșcul/)).toContain('infochioșcniciodată0');
  });

  test('which numbers are missing by name, those first that miss some', async () => {
    await openDevices(supervising());
    expect(await row(/^Ghișeul 2/)).toMatch(/311lipsă: 14, 17–19neînregistrate:\s201$/);
    expect(await row(/^Ghișeul vechi/)).toMatch(/lipsă: 5–7, .*60–62 și încă 4\u00a0locuri$/);
    const names = within(screen.getByRole('table')).getAllByRole('row');
    expect(names[1]?.textContent).toMatch(/^Ghișeul 2/);
  });

  test('how long ago that was, when it is long', async () => {
    await openDevices(supervising());
    expect(await row(/^Ghișeul 2/)).toContain('19.11.2026 16:05acum 2 zile');
  });

  test('that it was revoked', async () => {
    await openDevices(supervising());
    expect(await row(/^Ghișeul vechi/)).toMatch(/retras din 04\.09\.2026\s09:00/);
  });
});

test('what to do about a gap is said, and leads to where an export is imported', async () => {
  const user = await openDevices(supervising());
  expect(await screen.findByText(/Porniți aparatul și lăsați-l conectat/)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: /Întreținerea aparatului/ }));
  expect(await screen.findByText('Import de pe alt aparat')).toBeTruthy();
});

test('without the server it says so, and asks again when told to', async () => {
  const api = supervising({ officeDevicesAnswer: { outcome: 'offline' } });
  const user = await openDevices(api);
  expect(await screen.findByText(/Serverul nu răspunde.*Întrebați din nou/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  api.officeDevicesAnswer = fakeDevices;
  await user.click(screen.getByRole('button', { name: 'Întreabă din nou' }));
  expect(await screen.findByText('Starea la 22.11.2026 10:41.')).toBeTruthy();
  expect(api.officeDevicesAsked).toBe(2);
});

test.each([
  ['not-a-supervisor', /numai unui supervizor/],
  ['not-signed-in', /Ieșiți și intrați din nou/],
  ['too-fast', /Așteptați un minut/],
] as const)('refused for %s is told in words', async (reason, words) => {
  await openDevices(supervising({ officeDevicesAnswer: { outcome: 'refused', reason } }));
  expect(await screen.findByText(words)).toBeTruthy();
});

test('a clerk’s menu does not have them', async () => {
  const { user } = showApp();
  await user.click(await screen.findByLabelText('Utilizator: Maria Popa'));
  await screen.findByText('Ieșire', { exact: false });
  expect(screen.queryByText('Aparatele biroului')).toBeNull();
});
