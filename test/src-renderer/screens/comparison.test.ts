// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FakeDataApi } from '../../support/fake-data-api';
import { fakeSupervisor } from '../../support/fake-utility';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

test('the last comparison with the server is shown, and can be asked for again', async () => {
  const api = Object.assign(new FakeDataApi(), { session: fakeSupervisor });
  api.comparison = {
    last: {
      at: '2026-11-22T08:30:00.000Z',
      outcome: 'different',
      collections: [
        { collection: 'accounts', here: 1999, atServer: 2000, same: false },
        { collection: 'invoices', here: 40, atServer: 40, same: true },
      ],
    },
    running: false,
  };
  const { user } = showApp(api);
  await user.click(await screen.findByLabelText('Utilizator: Elena Munteanu'));
  await user.click(await screen.findByText('Întreținerea aparatului'));
  expect(await screen.findByText(/Diferit de server, 22\.11\.2026 10:30/)).toBeTruthy();
  expect(screen.getByText('diferă')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Compară acum' }));
  expect(api.comparisons).toBe(1);
});

test('what could not be compared has no count on either side, and never looks empty', async () => {
  const api = Object.assign(new FakeDataApi(), { session: fakeSupervisor });
  const collections = [{ collection: 'accounts', here: null, atServer: null, same: false } as const];
  api.comparison = {
    last: { at: '2026-11-22T08:30:00.000Z', outcome: 'unfinished', collections: [...collections] },
    running: false,
  };
  const { user } = showApp(api);
  await user.click(await screen.findByLabelText('Utilizator: Elena Munteanu'));
  await user.click(await screen.findByText('Întreținerea aparatului'));
  const row = (await screen.findByText('Conturi')).closest('tr');
  expect([...(row?.cells ?? [])].map(({ textContent }) => textContent)).toEqual(['Conturi', '–', '–', '–']);
});
