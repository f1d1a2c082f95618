// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeCases } from '../../support/fake-cases';
import { FakeDataApi } from '../../support/fake-data-api';
import { showApp } from '../../support/show-app';
import { contact, openDetails, registration } from './details-of';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const offline = {
  connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' },
} as const;

describe('contact details', () => {
  test('by keys alone: F7, the new phone, the document seen, Enter; only what changed is sent', async () => {
    const { api, user } = await openDetails();
    const broughtIntoView = vi.spyOn(Element.prototype, 'scrollIntoView');
    const phone = contact().getByLabelText<HTMLInputElement>('Telefon');
    await waitFor(() => expect(document.activeElement).toBe(phone));
    expect(phone.value).toBe('0722123456');
    await user.clear(phone);
    await user.keyboard('0733 123 456{Tab}{Tab}{Tab} ');
    expect(document.activeElement).toBe(contact().getByLabelText('Am văzut actul de identitate'));
    await user.keyboard('{Tab}{Enter}');
    expect(await screen.findByText(/Este păstrată pe acest aparat/)).toBeTruthy();
    expect(api.contactChanges).toEqual([
      {
        accountId: '7',
        phone: '0733123456',
        email: null,
        invoiceByEmail: null,
        identityDocument: 'seen',
      },
    ]);
    expect(phone.value).toBe('0722123456'); // until the server has received the change
    act(() => api.settle('own-1', 'refused', [{ code: 'phone-malformed' }]));
    const recorded = screen.getByRole('region', { name: 'Cereri făcute la acest ghișeu' });
    expect(broughtIntoView.mock.contexts).toEqual([recorded]); // however low the window
    expect(await within(recorded).findByText('Refuzat')).toBeTruthy();
    expect(within(recorded).getByText(/exact 10 cifre/)).toBeTruthy();
  });

  test('what is typed wrongly is said beside its field once typing pauses; what is missing only after Enter', async () => {
    const { api, user } = await openDetails();
    const phone = contact().getByLabelText('Telefon');
    await user.type(phone, '9');
    expect(await contact().findByText(/exact 10 cifre/)).toBeTruthy();
    expect(phone.getAttribute('aria-invalid')).toBe('true');
    expect(contact().queryByText(/Cereți actul de identitate/)).toBeNull();
    await user.keyboard('{Enter}');
    expect(await contact().findByText(/Cereți actul de identitate/)).toBeTruthy();
    expect(api.contactChanges).toEqual([]);
  });

  test('a new e-mail address is said to await its link, and no invoice goes by e-mail before there is one', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    if (popescu)
      popescu.account.contact = { phone: null, email: null, invoiceByEmail: false, unconfirmed: null };
    const { user } = await openDetails(showApp(api));
    const known = within(screen.getByRole('region', { name: 'Date personale' }));
    await user.type(contact().getByLabelText('E-mail'), 'ion@posta.example');
    await user.click(contact().getByLabelText('Factura pe e-mail'));
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.click(contact().getByRole('button', { name: /^Salvează datele/ }));
    await waitFor(() => expect(api.contactChanges).toHaveLength(1));
    expect(await known.findByText(/^ion@posta\.example – cerută acum, așteaptă răspunsul/)).toBeTruthy();
    expect(known.queryByText(/neconfirmată: așteaptă/)).toBeNull(); // no link has left yet
    if (popescu) popescu.account.contact.invoiceByEmail = true; // the address itself is not known before
    act(() => api.settle('own-1', 'received'));
    expect(await known.findByText(/^ion@posta\.example – neconfirmată: așteaptă/)).toBeTruthy();
    expect(known.getByText('nu, cât timp nu este o adresă de e-mail')).toBeTruthy();
    expect(screen.getByText(/abia după ce clientul deschide linkul trimis la ea/)).toBeTruthy();
    if (popescu) popescu.account.contact.email = 'ion@posta.example';
    act(() => api.changed());
    expect(known.queryByText(/neconfirmată: așteaptă/)).toBeNull();
    expect(known.getByText('da')).toBeTruthy();
  });

  test('an address that waits for its link is read, corrected, and takes the invoice without being typed again', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    const unconfirmed = { email: 'altul@posta.example', linkEndsAt: '2026-11-29T08:42:00.000Z' };
    if (popescu) popescu.account.contact = { phone: null, email: null, invoiceByEmail: false, unconfirmed };
    const { user } = await openDetails(showApp(api));
    const known = within(screen.getByRole('region', { name: 'Date personale' }));
    expect(
      known.getByText('altul@posta.example – neconfirmată: așteaptă deschiderea linkului din e-mail'),
    ).toBeTruthy();
    const email = contact().getByLabelText<HTMLInputElement>('E-mail');
    expect(email.value).toBe('altul@posta.example');
    await user.click(contact().getByLabelText('Factura pe e-mail'));
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.click(contact().getByRole('button', { name: /^Salvează datele/ }));
    await waitFor(() => expect(api.contactChanges).toHaveLength(1));
    expect(api.contactChanges[0]).toMatchObject({ email: null, invoiceByEmail: true });
    if (popescu) popescu.account.contact.invoiceByEmail = true;
    act(() => api.changed());
    expect(known.getByText('da, după confirmarea adresei de e-mail')).toBeTruthy();
    if (popescu)
      popescu.account.contact.unconfirmed = { ...unconfirmed, linkEndsAt: '2026-11-22T08:42:00.000Z' };
    act(() => api.changed());
    expect(known.getByText('altul@posta.example – neconfirmată: linkul din e-mail a expirat')).toBeTruthy();
    expect(known.getByText('nu, cât timp nu este o adresă de e-mail')).toBeTruthy();
  });

  test('a link ends by the time of the server, not of a machine whose clock is off', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    const unconfirmed = { email: 'altul@posta.example', linkEndsAt: '2026-11-29T08:42:00.000Z' };
    if (popescu) popescu.account.contact = { phone: null, email: null, invoiceByEmail: false, unconfirmed };
    await openDetails(showApp(api));
    const known = within(screen.getByRole('region', { name: 'Date personale' }));
    expect(known.getByText(/așteaptă deschiderea linkului/)).toBeTruthy();
    api.connection = { clock: { offMs: 8 * 86_400_000, unsure: false } };
    act(() => api.changed());
    expect(known.getByText(/linkul din e-mail a expirat/)).toBeTruthy();
  });

  test('nothing changed, and invoices by e-mail without an address, are said about the form', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    if (popescu)
      popescu.account.contact = { phone: null, email: null, invoiceByEmail: false, unconfirmed: null };
    const { user } = await openDetails(showApp(api));
    await user.keyboard('{Enter}');
    expect(await contact().findByText('Nu ați schimbat nimic.')).toBeTruthy();
    await user.click(contact().getByLabelText('Factura pe e-mail'));
    expect(await contact().findByText(/este nevoie de o adresă de e-mail/)).toBeTruthy();
    const email = contact().getByLabelText('E-mail');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(email));
  });

  test('Escape after it was saved leaves at once: nothing typed is lost', async () => {
    const { api, user } = await openDetails();
    const phone = contact().getByLabelText('Telefon');
    await user.clear(phone);
    await user.type(phone, '0733123456');
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.click(phone);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(api.contactChanges).toHaveLength(1));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(document.querySelector('[data-index-field]')));
  });

  test('a device that has no key says what to do', async () => {
    const { api, user } = await openDetails();
    api.formAnswer = { outcome: 'not-saved', reason: 'no-key' };
    await user.clear(contact().getByLabelText('Telefon'));
    await user.type(contact().getByLabelText('Telefon'), '0733123456');
    await user.click(contact().getByLabelText('Am văzut actul de identitate'));
    await user.keyboard('{Enter}');
    expect(await contact().findByText(/nu poate sigila datele/)).toBeTruthy();
  });
});

describe('registration', () => {
  async function openRegistration(api = new FakeDataApi()) {
    const shown = await openDetails(showApp(api));
    await shown.user.click(screen.getByRole('button', { name: 'Înregistrare nouă' }));
    await waitFor(() => expect(document.activeElement).toBe(registration().getByLabelText('E-mail')));
    return shown;
  }

  async function fillIn({ user }: Awaited<ReturnType<typeof openDetails>>, again = 'parola1') {
    await user.type(registration().getByLabelText('Parola'), 'parola1');
    await user.type(registration().getByLabelText('Parola (verificare)'), again);
    await user.click(registration().getByLabelText('Am văzut actul de identitate'));
  }

  test('takes the codes of the open account, keeps the request while offline, and offers no second one', async () => {
    const shown = await openRegistration(Object.assign(new FakeDataApi(), { connection: offline }));
    expect(screen.getByText(/cererea se păstrează aici, sigilată/)).toBeTruthy();
    await fillIn(shown);
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByText(/Înregistrarea este făcută și așteaptă răspunsul/)).toBeTruthy();
    expect(document.activeElement?.textContent).toMatch(/^Înregistrare/);
    expect(screen.getByText(/se transmite când revine legătura\.$/)).toBeTruthy();
    expect(shown.api.registrations).toEqual([
      {
        clientCode: '1204587',
        internalCode: '33921',
        email: 'client@exemplu.ro',
        phone: '0722123456',
        password: 'parola1',
        passwordAgain: 'parola1',
        identityDocument: 'seen',
      },
    ]);
    act(() => shown.api.settle('own-1', 'refused', [{ code: 'already-registered' }]));
    expect(await screen.findByText(/există deja o înregistrare/)).toBeTruthy();
    await shown.user.click(screen.getByRole('button', { name: 'Înregistrare nouă' }));
    expect(registration().getByLabelText<HTMLInputElement>('Parola').value).toBe('');
  });

  test('what it asked for is said to wait, then to await its link; after another page only that it waits', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    if (popescu)
      popescu.account.contact = { phone: null, email: null, invoiceByEmail: false, unconfirmed: null };
    const shown = await openRegistration(api);
    const { user } = shown;
    const known = () => within(screen.getByRole('region', { name: 'Date personale' }));
    expect(known().getByText('nu are cont')).toBeTruthy();
    await user.type(registration().getByLabelText('E-mail'), 'ion@posta.example');
    await user.type(registration().getByLabelText('Telefon'), '0722123456');
    await fillIn(shown);
    await user.keyboard('{Enter}');
    expect(await known().findByText('ion@posta.example – cerută acum, așteaptă răspunsul')).toBeTruthy();
    expect(known().getByText('înregistrare făcută aici, așteaptă răspunsul')).toBeTruthy();
    act(() => api.settle('own-1', 'received'));
    expect(await known().findByText(/^ion@posta\.example – neconfirmată: așteaptă/)).toBeTruthy();
    act(() => api.settle('own-1', 'held'));
    await user.click(screen.getByRole('tab', { name: 'Consumuri' }));
    await user.keyboard('{F7}');
    await screen.findByRole('heading', { name: 'Date personale' });
    expect(known().getByText('cerută la înregistrare, așteaptă răspunsul')).toBeTruthy();
    act(() => api.settle('own-1', 'refused', [{ code: 'already-registered' }]));
    expect(await known().findByText('nu are cont')).toBeTruthy();
    expect(known().queryByText(/cerută/)).toBeNull();
  });

  test('one that was received and has been ended since is not waited for', async () => {
    const shown = await openRegistration();
    await fillIn(shown);
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByText(/Înregistrarea este făcută și așteaptă răspunsul/)).toBeTruthy();
    act(() => shown.api.settle('own-1', 'superseded'));
    expect(await screen.findByText(/nu mai este valabilă/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Înregistrare nouă' })).toBeTruthy();
  });

  test('says beforehand how long the password has to be at least', async () => {
    const api = new FakeDataApi();
    api.kiosk = { ...api.kiosk, passwordLength: 9 };
    await openRegistration(api);
    expect(registration().getByText(/cel puțin 9 caractere/)).toBeTruthy();
  });

  test('two passwords that differ are said beside the second, and nothing is kept', async () => {
    const shown = await openRegistration();
    await fillIn(shown, 'parola2');
    expect(await registration().findByText(/Parolele nu sunt la fel/)).toBeTruthy();
    await shown.user.keyboard('{Enter}');
    expect(shown.api.registrations).toEqual([]);
  });

  test('a customer who has a login is told so, and given a new password when the old one is forgotten', async () => {
    const api = new FakeDataApi();
    const [popescu] = api.customers;
    if (popescu) popescu.account.registered = true;
    const { user } = await openDetails(showApp(api));
    expect(screen.getByText(/Clientul are deja cont.* după ce a deschis linkul de confirmare/)).toBeTruthy();
    expect(screen.queryByRole('form', { name: 'Înregistrare' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Parolă nouă pentru client' }));
    const renewal = within(screen.getByRole('form', { name: 'Parolă nouă' }));
    expect(renewal.getByText(/parola veche nu mai este bună/)).toBeTruthy();
    expect(renewal.getByRole('button', { name: /^Salvează parola nouă/ })).toBeTruthy();
    await user.click(renewal.getByRole('button', { name: 'Renunț' }));
    expect(screen.queryByRole('form', { name: 'Parolă nouă' })).toBeNull();
  });
});

test('what was asked for at a kiosk and came to nothing stands with the account, until somebody has dealt with it', async () => {
  const api = new FakeDataApi();
  const atKiosk = { ...fakeCases.held, kind: 'registration' as const, deviceName: 'Infochioșc Lupeni' };
  api.cases = [
    { ...atKiosk, why: 'refused', findings: [{ code: 'already-registered' }] },
    { ...atKiosk, submissionId: 'of-another-customer', accountId: '8' },
    { ...atKiosk, submissionId: 'an-index', kind: 'reading' },
  ];
  await openDetails(showApp(api));
  const elsewhere = screen.getByRole('region', { name: 'Cereri făcute în altă parte, nerezolvate' });
  expect(within(elsewhere).getAllByRole('listitem')).toHaveLength(1);
  expect(within(elsewhere).getByText('Refuzat')).toBeTruthy();
  expect(within(elsewhere).getByText(/există deja o înregistrare/)).toBeTruthy();
  expect(within(elsewhere).getByText(/^aparatul Infochioșc Lupeni, /)).toBeTruthy();
  act(() => {
    api.cases = [];
    api.changed();
  });
  await waitFor(() => expect(elsewhere.isConnected).toBe(false));
});
