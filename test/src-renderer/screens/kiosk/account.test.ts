// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { press } from '../../../support/show-kiosk';
import { change, visitOf } from './visit-of';

afterEach(cleanup);

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

async function atAccount(changes: Parameters<typeof visitOf>[1] = {}) {
  const shown = await visitOf({ signedIn: true }, changes);
  await shown.choose(/^Contul meu/);
  await title('Contul meu');
  return shown;
}

const unchanged = { accountId: '7', phone: null, email: null, invoiceByEmail: null, identityDocument: null };

test('who signed in sees the data of the account', async () => {
  await atAccount();
  expect(screen.getByText('POPESCU Ion')).toBeTruthy();
  expect(screen.getByText('0722 123 456')).toBeTruthy();
  expect(screen.getByText('1204587')).toBeTruthy();
});

test('a new phone: exactly ten digits, kept here until the server has it', async () => {
  const { user, api } = await atAccount();
  await user.click(await press('Schimb telefonul'));
  await user.keyboard('0733{Enter}');
  expect(await screen.findByText(/are exact 10 cifre/)).toBeTruthy();
  await user.keyboard('111222{Enter}');
  await title('Cererea este păstrată pe acest aparat');
  expect(api.contactChanges).toEqual([{ ...unchanged, phone: '0733111222' }]);
  await user.click(await press('Mai am ceva de făcut'));
  await user.click(await press(/^Contul meu/));
  expect(await screen.findByText('Cererea este păstrată pe acest aparat')).toBeTruthy();
  act(() => api.settle('own-1', 'refused', [{ code: 'identity-unproven' }]));
  expect(await screen.findByText(/Cererea nu a fost primită. Nu s-a putut verifica/)).toBeTruthy();
});

test('the invoice by e-mail is turned off after a question', async () => {
  const { user, api } = await atAccount();
  await user.click(await press('Nu mai vreau factura pe e-mail'));
  await title('Factura nu mai vine pe e-mail?');
  await user.click(await press('Da, pe hârtie'));
  await title('Cererea este păstrată pe acest aparat');
  expect(api.contactChanges).toEqual([{ ...unchanged, invoiceByEmail: false }]);
});

test('turned on without an address for invoices, the one of the sign-in is taken', async () => {
  const shown = await visitOf({ accountId: '12', signedIn: true });
  await shown.choose(/^Contul meu/);
  await shown.user.click(await press('Vreau factura pe e-mail'));
  expect(await screen.findByText(/vin la ana.pop@exemplu.ro/)).toBeTruthy();
  await shown.user.click(await press('Da, pe e-mail'));
  await title('Cererea este păstrată pe acest aparat');
  expect(shown.api.contactChanges).toEqual([
    { ...unchanged, accountId: '12', email: 'ana.pop@exemplu.ro', invoiceByEmail: true },
  ]);
});

describe('the password', () => {
  async function sent(passwordAnswer: NonNullable<Parameters<typeof visitOf>[1]>['passwordAnswer'] = null) {
    const shown = await atAccount({ passwordAnswer });
    await shown.user.click(await press('Schimb parola'));
    await title('Alegeți parola nouă');
    await shown.user.keyboard('parola2{Enter}parola2{Enter}');
    await title('Care este parola de acum?');
    await shown.user.keyboard('veche1{Enter}');
    return shown;
  }

  test('is changed, and it is said', async () => {
    await sent();
    await title('Parola este schimbată');
  });

  test('an old one that is wrong is told at once beside its field, to be typed anew; the new one stays', async () => {
    const { user, api } = await sent({ outcome: 'wrong' });
    expect(await screen.findByText('Parola de acum nu este corectă.')).toBeTruthy();
    await user.click(await press('Magyar'));
    expect(await screen.findByText('A jelenlegi jelszó nem helyes.')).toBeTruthy();
    await user.click(await press('Română'));
    const field = screen.getByLabelText<HTMLInputElement>('Parola de acum');
    expect(field.value).toBe('');
    await user.click(field);
    change(api, { passwordAnswer: null });
    await user.keyboard('buna1{Enter}');
    await title('Parola este schimbată');
  });

  test('keys go on into the field after a wrong one that was sent by touch', async () => {
    const { user, api } = await sent({ outcome: 'offline' });
    change(api, { passwordAnswer: { outcome: 'wrong' } });
    await user.click(await press('Salvez'));
    expect(await screen.findByText('Parola de acum nu este corectă.')).toBeTruthy();
    change(api, { passwordAnswer: null });
    await user.keyboard('buna1{Enter}');
    await title('Parola este schimbată');
  });

  test('offline it stays as it is, and that is said', async () => {
    await sent({ outcome: 'offline' });
    expect(await screen.findAllByText(/Fără legătură parola nu se poate schimba/)).not.toEqual([]);
  });

  test('a sign-in that is over meanwhile says that nothing was saved; after another one the form still stands', async () => {
    const { user, api } = await sent({ outcome: 'visit-over' });
    expect(await screen.findAllByText(/^NU s-a salvat: vizita sau intrarea s-a încheiat/)).toHaveLength(2); // seen, and said
    if (api.visit) change(api, { visit: { ...api.visit, signIn: 'over' }, passwordAnswer: null });
    await title('Intrarea s-a încheiat');
    await user.keyboard('parola-mea{Enter}');
    await title('Care este parola de acum?');
    await user.keyboard('{Enter}');
    await title('Parola este schimbată');
  });
});
