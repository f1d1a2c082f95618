// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { VisitView } from '../../../../src-renderer/data/visit-api';
import type { FakeDataApi } from '../../../support/fake-data-api';
import { press } from '../../../support/show-kiosk';
import { change, visitOf } from './visit-of';

afterEach(cleanup);

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

function becomes(api: FakeDataApi, signIn: VisitView['signIn']): void {
  if (api.visit) change(api, { visit: { ...api.visit, signIn } });
}

/** Who signed in types another phone number. */
async function typingPhone() {
  const shown = await visitOf({ signedIn: true });
  await shown.choose(/^Contul meu/);
  await shown.user.click(await press('Schimb telefonul'));
  await title(/noul număr de telefon/);
  await shown.user.keyboard('07331');
  return shown;
}

const focusAt = (button: string) => waitFor(() => expect(document.activeElement?.textContent).toBe(button));

const phone = () => screen.getByLabelText<HTMLInputElement>('Telefon');

test('a sign-in that has ended is said plainly; after another one everything typed stands, with the cursor in it', async () => {
  const { user, api } = await typingPhone();
  const before = api.visit?.profile?.loginEmail ?? '';
  becomes(api, 'over');
  await title('Intrarea s-a încheiat');
  expect(screen.getByText(/ce ați scris nu s-a pierdut/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(`Parola pentru ${before}`));
  for (const key of ['a', 'p', 'a']) await user.click(await press(key));
  await user.click(await press('Intrare'));
  await title(/noul număr de telefon/);
  expect(api.passwordsAgain).toEqual(['apa']);
  await waitFor(() => expect(document.activeElement).toBe(phone()));
  expect(phone().value).toBe('07331');
  await user.click(await press('2'));
  expect(phone().value).toBe('073312');
});

test('a password that is wrong, or not there, is said; another person begins anew', async () => {
  const { user, api, outside } = await typingPhone();
  change(api, { signInAgainAnswer: { outcome: 'wrong' } });
  becomes(api, 'over');
  await title('Intrarea s-a încheiat');
  expect(screen.getByText(/Ați uitat parola\? Mergeți la ghișeu/)).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Introduceți parola.', { selector: 'div' })).toBeTruthy();
  await user.keyboard('alta{Enter}');
  expect((await screen.findAllByText(/nu este corectă.*Ați uitat parola\?/)).length).toBeGreaterThan(0);
  const gata = screen.getAllByRole('button', { name: 'Gata' }).at(-1);
  if (gata) await user.click(gata);
  await waitFor(() => expect(outside.reloads).toBe(1));
});

test('a right password for an account that is no longer theirs is not called wrong: what happened, and where to go', async () => {
  const { user, api, outside } = await typingPhone();
  const email = api.visit?.profile?.loginEmail ?? '';
  change(api, { signInAgainAnswer: { outcome: 'gone' } });
  becomes(api, 'over');
  await title('Intrarea s-a încheiat');
  await user.keyboard('parola-mea{Enter}');
  expect(document.activeElement).toBe(await title('Contul nu mai ține de adresa dumneavoastră'));
  expect(screen.getByText(new RegExp(`Parola este corectă.*${email}.*Întrebați la ghișeu`))).toBeTruthy();
  expect(screen.queryByText(/nu este corectă/)).toBeNull();
  await user.click(await press('Încep din nou'));
  await waitFor(() => expect(outside.reloads).toBe(1));
});

test('before a sign-in ends that could not be renewed, the customer is asked, and may go on as they were', async () => {
  const { user, api } = await typingPhone();
  becomes(api, 'ending');
  const question = await screen.findByRole('alertdialog', { name: /se încheie în două minute/ });
  await user.click(within(question).getByRole('button', { name: 'Mai întâi termin' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(phone()));
  becomes(api, 'over');
  expect(await title('Intrarea s-a încheiat')).toBeTruthy();
});

test('or signs in again at once, and may turn back from that', async () => {
  const { user, api } = await typingPhone();
  becomes(api, 'ending');
  await user.click(await press('Scriu din nou parola'));
  await title('Scrieți din nou parola');
  const back = screen.getAllByRole('button', { name: 'Înapoi' }).at(-1);
  if (back) await user.click(back);
  await waitFor(() => expect(screen.queryByText('Scrieți din nou parola')).toBeNull());
  expect(phone().value).toBe('07331');
  becomes(api, 'open');
  becomes(api, 'ending');
  await user.click(await press('Scriu din nou parola'));
  await user.keyboard('parola-mea{Enter}');
  await waitFor(() => expect(screen.queryByText('Scrieți din nou parola')).toBeNull());
  expect(api.visit?.signIn).toBe('open');
});

test('whichever question stands in front holds the focus, and gives it to the one behind', async () => {
  const { user, api, clock } = await typingPhone();
  clock.ms += 60_000;
  await focusAt('Mai am nevoie de timp');
  becomes(api, 'ending');
  await press('Scriu din nou parola');
  await focusAt('Mai am nevoie de timp');
  await user.click(await press('Mai am nevoie de timp'));
  await focusAt('Scriu din nou parola');
  clock.ms += 60_000;
  await focusAt('Mai am nevoie de timp');
  becomes(api, 'over');
  await title('Intrarea s-a încheiat');
  await focusAt('Mai am nevoie de timp');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Parola pentru/)));
  await user.keyboard('apa{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(phone()));
  expect(phone().value).toBe('07331');
});

test('a payment is followed to its end before a password is asked for', async () => {
  const { user, api } = await visitOf({ signedIn: true });
  const open = { ...api.visit } as VisitView;
  change(api, { orderAnswer: { outcome: 'offline' } });
  await user.click(await press(/^Plata facturi/));
  await user.click(await press(/^Plătesc /));
  await user.click(await press(/^Cu cardul, aici/));
  await title(/Legătura s-a întrerupt/);
  change(api, { visit: { ...open, signIn: 'over' } });
  expect(await title(/Legătura s-a întrerupt/)).toBeTruthy();
  expect(screen.queryByText('Intrarea s-a încheiat')).toBeNull();
});

test('what was paid stays in sight though the sign-in is over; the password is asked for after it', async () => {
  const { user, api } = await visitOf({ signedIn: true });
  const open = { ...api.visit } as VisitView;
  await user.click(await press(/^Plata facturi/));
  await user.click(await press(/^Plătesc /));
  change(api, { visit: { ...open, signIn: 'over' } });
  await user.click(await press(/^Cu cardul, aici/));
  expect(await screen.findByRole('heading', { level: 1, name: 'Plata este primită' })).toBeTruthy();
  expect(screen.queryByText('Intrarea s-a încheiat')).toBeNull();
  await user.click(await press('Mai am ceva de făcut'));
  expect(await title('Intrarea s-a încheiat')).toBeTruthy();
});

test('each touch and each answer lets the sign-in last longer', async () => {
  const { user, api, clock } = await visitOf({ signedIn: true });
  const before = api.renewals;
  await user.click(screen.getByRole('heading', { name: 'Ce doriți să faceți?' }));
  expect(api.renewals).toBe(before + 1);
  clock.ms += 60_000;
  await user.click(await press('Mai am nevoie de timp'));
  expect(api.renewals).toBe(before + 2);
});
