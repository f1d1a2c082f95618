// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { OlderBillingOutcome } from '../../../src-renderer/data/visit-api';
import { FakeDataApi } from '../../support/fake-data-api';
import { openPopescu, showApp } from '../../support/show-app';

afterEach(cleanup);

/** POPESCU Ion is open; the device holds six of his invoices. */
async function openAccount(changes: Partial<FakeDataApi> = {}) {
  const shown = await openPopescu(showApp(Object.assign(new FakeDataApi(), changes)));
  const { user } = shown;
  const choose = async (tab: RegExp) => user.click(screen.getByRole('tab', { name: tab }));
  return { ...shown, choose };
}

const rows = () => within(screen.getByRole('tabpanel')).getAllByRole('row').slice(1);

test('older invoices and payments come from the server when they are asked for, once for both tabs', async () => {
  const { user, choose } = await openAccount();
  await choose(/Evidență facturi/);
  expect(rows()).toHaveLength(6);
  await user.click(screen.getByRole('button', { name: 'Arată facturile mai vechi' }));
  expect(await screen.findByText('Acestea sunt toate.')).toBeTruthy();
  expect(rows()).toHaveLength(15);
  expect(rows().at(-1)?.textContent).toMatch(/august 2025.*plătită/);
  await choose(/Evidență plăți/);
  expect(screen.getByText('Acestea sunt toate.')).toBeTruthy();
  expect(rows()).toHaveLength(13);
});

test('what could not be fetched is said, and may be asked for again; of another customer nothing is shown', async () => {
  const { api, user, choose } = await openAccount({ olderAnswer: { outcome: 'not-fetched' } });
  await choose(/Evidență facturi/);
  await user.click(screen.getByRole('button', { name: 'Arată facturile mai vechi' }));
  expect(await screen.findByText(/Nu au putut fi aduse/)).toBeTruthy();
  api.olderAnswer = null;
  await user.click(screen.getByRole('button', { name: 'Arată facturile mai vechi' }));
  expect(await screen.findByText('Acestea sunt toate.')).toBeTruthy();
  await user.keyboard('{F2}nagy');
  await screen.findByRole('option');
  await user.keyboard('{Enter}');
  await choose(/Evidență facturi/);
  expect(rows()).toHaveLength(6);
});

test('an old invoice that is held no more once it is paid may be asked for again: it is not left out for good', async () => {
  const { api, user, choose } = await openAccount();
  await choose(/Evidență facturi/);
  await user.click(screen.getByRole('button', { name: 'Arată facturile mai vechi' }));
  expect(await screen.findByText('Acestea sunt toate.')).toBeTruthy();
  const held = api.billing.invoices('7');
  vi.spyOn(api.billing, 'invoices').mockReturnValue(held.slice(1));
  act(() => api.changed());
  expect(await screen.findByRole('button', { name: 'Arată facturile mai vechi' })).toBeTruthy();
  expect(screen.queryByText('Acestea sunt toate.')).toBeNull();
});

test('an answer that comes late changes nothing at the customer who is open by then', async () => {
  const { api, user, choose } = await openAccount();
  let answer = (_: OlderBillingOutcome): void => undefined;
  const late = new Promise<OlderBillingOutcome>((resolve) => {
    answer = resolve;
  });
  vi.spyOn(api, 'olderBilling').mockReturnValueOnce(late);
  await choose(/Evidență facturi/);
  await user.click(screen.getByRole('button', { name: 'Arată facturile mai vechi' }));
  await user.keyboard('{F2}nagy');
  await screen.findByRole('option');
  await user.keyboard('{Enter}');
  await choose(/Evidență facturi/);
  await user.click(screen.getByRole('button', { name: 'Arată facturile mai vechi' }));
  expect(await screen.findByText('Acestea sunt toate.')).toBeTruthy();
  await act(async () => answer({ outcome: 'not-fetched' }));
  expect(screen.getByText('Acestea sunt toate.')).toBeTruthy();
});

test('without a connection it says when they can be had', async () => {
  const since = '2026-11-22T08:30:00.000Z';
  const { api, choose } = await openAccount();
  await choose(/Evidență plăți/);
  act(() => {
    api.connection = { connection: { state: 'offline', since, reason: 'unreachable' } };
    api.changed();
  });
  expect(await screen.findByText(/se aduc de la server, când există conexiune/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Arată plățile mai vechi' })).toBeNull();
});
