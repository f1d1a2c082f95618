// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FakeDataApi } from '../../support/fake-data-api';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

/** POPESCU Ion with a confirmed address or none; his index is saved just now. */
async function savedIndex(emailKnown: boolean, changes: Partial<FakeDataApi> = {}) {
  const api = Object.assign(new FakeDataApi(), changes);
  const [popescu] = api.customers;
  if (popescu) popescu.account.emailKnown = emailKnown;
  const { user } = showApp(api);
  await screen.findByRole('combobox');
  await user.keyboard('{F2}1204587');
  await screen.findByRole('option');
  await user.keyboard('{Enter}');
  await screen.findByLabelText(/^Index nou/);
  await user.keyboard('01250{Enter}');
  await screen.findByRole('button', { name: 'Bon' });
  return { api, user };
}

const offline = {
  connection: {
    connection: {
      state: 'offline' as const,
      since: '2026-11-22T08:30:00.000Z',
      reason: 'unreachable' as const,
    },
  },
};
const send = () => screen.findByRole('button', { name: 'Trimite pe e-mail' });

test('the slip of an index is asked for once, and it is said when the letter leaves', async () => {
  const { api, user } = await savedIndex(true);
  await user.click(await send());
  expect(await screen.findByText(/după ce serverul primește cererea/)).toBeTruthy();
  expect(api.emailedSlips).toEqual(['own-1']);
  const asked = await screen.findByRole('button', { name: 'Cerut pe e-mail' });
  expect(asked.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(asked);
  await user.keyboard('{Enter}');
  expect(api.emailedSlips).toEqual(['own-1']);
});

test('one that the server has received leaves now', async () => {
  const { api, user } = await savedIndex(true);
  act(() => api.settle('own-1', 'received'));
  await user.click(await send());
  expect(await screen.findByText('Bonul pleacă acum la adresa de e-mail a contului.')).toBeTruthy();
});

test('without the server it leaves when the connection is back', async () => {
  const { user } = await savedIndex(true, offline);
  await user.click(await send());
  expect(await screen.findByText(/^Bonul pleacă .* când revine legătura\.$/)).toBeTruthy();
});

test('one that could not be asked for says so, and may be asked for again', async () => {
  const emailAnswer = { outcome: 'not-saved', reason: 'journal-failed' } as const;
  const { user } = await savedIndex(true, { emailAnswer });
  await user.click(await send());
  expect(await screen.findByText(/Bonul NU pleacă pe e-mail: jurnalul/)).toBeTruthy();
  expect((await send()).getAttribute('aria-disabled')).toBeNull();
});

test('the slip of a payment is offered where the money was taken', async () => {
  const { api, user } = await savedIndex(true);
  await user.keyboard('{F6}');
  await screen.findByLabelText(/^Suma de încasat/);
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /S-au încasat/ });
  await user.click(await send());
  expect(api.emailedSlips).toEqual(['own-2']);
});

test('an account without a confirmed address is offered paper alone', async () => {
  await savedIndex(false);
  expect(screen.queryByRole('button', { name: 'Trimite pe e-mail' })).toBeNull();
});
