// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { openPopescu } from '../../support/show-app';

afterEach(cleanup);

const field = () => screen.getByLabelText(/^Index nou/);

describe('Escape', () => {
  test('leads back to the index from the fields of the other tabs', async () => {
    const shown = await openPopescu();
    for (const key of ['{F6}', '{F7}']) {
      await shown.user.keyboard(key);
      await waitFor(() => expect(document.activeElement?.hasAttribute('data-tab-field')).toBe(true));
      await shown.user.keyboard('{Escape}');
      await waitFor(() => expect(document.activeElement).toBe(field()));
    }
  });

  test('leads back to the customer from a list', async () => {
    const shown = await openPopescu();
    await shown.user.keyboard('{F9}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Suma la deschidere')));
    await shown.user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'POPESCU Ion' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  test.each([
    ['{F6}', /^Primit de la client/],
    ['{F9}', 'Suma la deschidere'],
  ])('after something was typed (%s) first leaves only the field', async (key, label) => {
    const shown = await openPopescu();
    await shown.user.keyboard(key);
    const typed = await screen.findByLabelText<HTMLInputElement>(label);
    await shown.user.type(typed, '50');
    await shown.user.keyboard('{Escape}');
    expect(typed.value).toBe('50');
    expect(document.activeElement).not.toBe(typed);
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  test('in a menu leaves only the menu', async () => {
    const shown = await openPopescu();
    await shown.user.keyboard('{F6}');
    const amount = await screen.findByLabelText(/^Suma de încasat/);
    await shown.user.click(screen.getByLabelText('Utilizator: Maria Popa'));
    await screen.findByText('Ieșire'); // where nothing is laid out, a menu may count as out of sight
    await shown.user.keyboard('{Escape}');
    expect(amount.isConnected).toBe(true);
  });
});
