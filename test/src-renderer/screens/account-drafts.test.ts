// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FormOutcome } from '../../../src-renderer/data/visit-api';
import { FakeDataApi } from '../../support/fake-data-api';
import { heldAnswer } from '../../support/held-answer';
import { showApp } from '../../support/show-app';
import { contact, openDetails, registration } from './details-of';

afterEach(cleanup);

describe('what is typed and not saved', () => {
  const unsaved = 'Ce ați scris aici nu este încă salvat.';

  test('one form is open at a time, and what was typed into the other is still there', async () => {
    const { user } = await openDetails();
    const phone = contact().getByLabelText<HTMLInputElement>('Telefon');
    await user.clear(phone);
    await user.type(phone, '0733');
    await user.click(screen.getByRole('button', { name: 'Înregistrare nouă' }));
    expect(screen.getAllByRole('form')).toEqual([screen.getByRole('form', { name: 'Înregistrare' })]);
    expect(screen.getByText(unsaved)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(registration().getByLabelText('E-mail')));
    await user.click(screen.getByRole('button', { name: 'Schimbă datele de contact' }));
    expect(screen.getAllByRole('form')).toHaveLength(1);
    expect(contact().getByLabelText<HTMLInputElement>('Telefon').value).toBe('0733');
    expect(screen.queryByText(unsaved)).toBeNull(); // nothing was typed into the registration
  });

  test('stays through the other tabs, the passwords excepted, with the form that was open', async () => {
    const { user } = await openDetails();
    await user.type(contact().getByLabelText('Telefon'), '9');
    await user.click(screen.getByRole('button', { name: 'Înregistrare nouă' }));
    await user.clear(registration().getByLabelText('E-mail'));
    await user.type(registration().getByLabelText('E-mail'), 'ion@posta.example');
    await user.type(registration().getByLabelText('Parola'), 'parola1');
    await user.keyboard('{F6}');
    await screen.findByLabelText(/^Suma de încasat/);
    await user.keyboard('{F7}');
    const email = await screen.findByLabelText<HTMLInputElement>('E-mail');
    await waitFor(() => expect(document.activeElement).toBe(email));
    expect(email.value).toBe('ion@posta.example');
    expect(registration().getByLabelText<HTMLInputElement>('Parola').value).toBe('');
    await user.click(registration().getByRole('button', { name: 'Renunț' }));
    expect(contact().getByLabelText<HTMLInputElement>('Telefon').value).toBe('07221234569');
    await user.click(screen.getByRole('button', { name: 'Înregistrare nouă' }));
    expect(registration().getByLabelText<HTMLInputElement>('E-mail').value).toBe('client@exemplu.ro');
  });

  test('is told when the account is left for the next customer; what was typed back to what stands is not', async () => {
    const { user } = await openDetails();
    const next = async (name: string) => {
      await user.keyboard(`{F2}${name}`);
      await screen.findByRole('option');
      await user.keyboard('{Enter}');
    };
    await user.type(contact().getByLabelText('Telefon'), '9{Backspace}');
    await next('nagy');
    await screen.findByRole('heading', { name: /^NAGY/ });
    expect(screen.queryByText(/nu a fost salvat/)).toBeNull();
    await user.keyboard('{F7}');
    await screen.findByRole('heading', { name: 'Date personale' });
    await user.type(contact().getByLabelText('Telefon'), '9');
    await next('1204587');
    expect(
      await screen.findByText(/^Ce ați scris la Contul meu pentru NAGY .* nu a fost salvat\.$/),
    ).toBeTruthy();
  });

  test('nor is a phone that nobody had and that was typed and erased', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    if (popescu) popescu.account.contact = { ...popescu.account.contact, phone: null };
    const { user } = await openDetails(showApp(api));
    await user.type(contact().getByLabelText('Telefon'), '9{Backspace}');
    await user.keyboard('{F2}nagy');
    await screen.findByRole('option');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /^NAGY/ });
    expect(screen.queryByText(/nu a fost salvat/)).toBeNull();
  });

  /** A new phone is on its way to the journal. @returns lets it answer */
  async function saving(answered: FormOutcome | null = null) {
    const api = new FakeDataApi();
    const changeContact = api.changeContact.bind(api);
    const journal = heldAnswer();
    const save = vi.spyOn(api, 'changeContact').mockImplementation(async (...asked) => {
      await journal.answered;
      return answered ?? changeContact(...asked);
    });
    const { user } = await openDetails(showApp(api));
    await user.clear(contact().getByLabelText('Telefon'));
    await user.type(contact().getByLabelText('Telefon'), '0733123456');
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    const lookAway = async () => {
      await user.keyboard('{F6}');
      await screen.findByLabelText(/^Suma de încasat/);
    };
    const comeBack = async () => {
      await user.keyboard('{F7}');
      await screen.findByRole('form', { name: 'Schimbarea datelor de contact' });
    };
    return { api, user, save, lookAway, comeBack, flushed: () => act(async () => journal.answer()) };
  }

  test('while one form is being saved the other waits for the answer, and an account that is left tells nothing', async () => {
    const { api, user, flushed } = await saving();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Înregistrare nouă' }).disabled).toBe(true);
    await user.keyboard('{F2}nagy');
    await screen.findByRole('option');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /^NAGY/ });
    await flushed();
    await waitFor(() => expect(api.contactChanges).toHaveLength(1));
    expect(screen.queryByText(/nu a fost salvat|NU s-a salvat/)).toBeNull();
  });

  test('what is being saved is not saved again after a look into another tab', async () => {
    const { save, user, lookAway, comeBack, flushed } = await saving();
    await lookAway();
    await comeBack();
    await user.click(contact().getByLabelText('Telefon'));
    await user.keyboard('{Enter}');
    await flushed();
    expect(await screen.findByText(/Este păstrată pe acest aparat/)).toBeTruthy();
    expect(save).toHaveBeenCalledOnce();
  });

  test('what was not saved is said to whoever comes back to the tab, and to whoever has left the account', async () => {
    const { lookAway, comeBack, flushed } = await saving({ outcome: 'not-saved', reason: 'no-space' });
    await lookAway();
    await flushed();
    await comeBack();
    expect(await contact().findByText(/NU s-a salvat/)).toBeTruthy();

    const left = await saving({ outcome: 'not-saved', reason: 'no-space' });
    await left.user.keyboard('{F2}nagy');
    await screen.findByRole('option');
    await left.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /^NAGY/ });
    await left.flushed();
    expect(await screen.findByText(/^Contul meu pentru POPESCU Ion: NU s-a salvat\./)).toBeTruthy();
  });

  test('an address that waits for its link gets another when it is typed again', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    const unconfirmed = { email: 'nou@posta.example', linkEndsAt: '2026-11-29T08:42:00.000Z' };
    if (popescu) popescu.account.contact = { ...popescu.account.contact, unconfirmed };
    const { user } = await openDetails(showApp(api));
    const email = contact().getByLabelText<HTMLInputElement>('E-mail');
    expect(email.value).toBe('nou@posta.example');
    await user.clear(email);
    await user.type(email, 'nou@posta.example');
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(api.contactChanges).toMatchObject([{ email: 'nou@posta.example' }]));
  });
});
