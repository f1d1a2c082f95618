// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type HandClock, press, showHome, showKiosk } from '../../../support/show-kiosk';

afterEach(cleanup);

/** The screens have seen what time it is now. */
const ticked = (clock: HandClock) => waitFor(() => expect(clock.seenMs).toBe(clock.ms));

const warning = () => screen.findByRole('alertdialog', { name: /Mai aveți nevoie de timp/ });

test('«Gata» ends the visit and asks for a fresh page, with nothing of the customer on the screen', async () => {
  const { user, api, outside } = await showHome();
  expect(screen.getByText(/POPESCU Ion/)).toBeTruthy();
  await user.click(await press('Gata'));
  expect(await screen.findByRole('heading', { name: 'Vă mulțumim!' })).toBeTruthy();
  expect(screen.queryByText(/POPESCU/)).toBeNull();
  await waitFor(() => expect(outside.reloads).toBe(1));
  expect(api.visitsEnded).toBe(1);
});

test('the page is made anew even when the worker cannot end the visit', async () => {
  const { user, api, outside } = await showHome();
  api.endVisit = () => Promise.reject(new Error('worker gone'));
  await user.click(await press('Gata'));
  await waitFor(() => expect(outside.reloads).toBe(1));
});

test('nobody there for the idle time: a question, by words and with the time that is left', async () => {
  const { clock } = await showHome();
  clock.ms += 60_000;
  await warning();
  expect(screen.getByRole('timer').textContent).toBe('Mai sunt 30 de secunde.');
  expect(screen.getByText(/S-a auzit un semnal/)).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Mai am nevoie de timp' })),
  );
});

test('time can be had again and again', async () => {
  const { user, clock, outside } = await showHome();
  for (const again of [1, 2, 3]) {
    clock.ms += 85_000;
    await warning();
    await user.click(await press('Mai am nevoie de timp'));
    expect(screen.queryByRole('alertdialog'), `time ${again}`).toBeNull();
  }
  expect(outside.reloads).toBe(0);
});

test('Escape is an answer too; a touch behind the warning is none', async () => {
  const { user, clock } = await showHome();
  clock.ms += 60_000;
  await warning();
  await user.click(document.body);
  expect(screen.getByRole('alertdialog')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});

test('the question can be read by whoever needs contrast, large letters or another language', async () => {
  const { user, clock } = await showHome();
  clock.ms += 60_000;
  const asked = within(await warning());
  await user.click(asked.getByRole('button', { name: 'Contrast ridicat' }));
  await user.click(asked.getByRole('button', { name: 'Text mare' }));
  expect(document.documentElement.dataset).toMatchObject({ contrast: 'high', text: 'large' });
  await user.click(asked.getByRole('button', { name: 'English' }));
  const buttons = within(screen.getByRole('alertdialog')).getAllByRole('button');
  expect(buttons.slice(0, 3).map(({ textContent }) => textContent)).toEqual([
    'I need more time',
    'I am finished',
    'RO',
  ]);
});

test('without an answer the visit ends', async () => {
  const { clock, api, outside } = await showHome();
  clock.ms += 60_000;
  await warning();
  clock.ms += 30_000;
  await waitFor(() => expect(outside.reloads).toBe(1));
  expect(api.visitsEnded).toBe(1);
});

test('each touch begins the idle time anew', async () => {
  const { user, clock } = await showHome();
  for (let minute = 0; minute < 3; minute += 1) {
    clock.ms += 50_000;
    await user.click(screen.getByRole('heading', { name: 'Ce doriți să faceți?' }));
  }
  clock.ms += 59_000;
  await ticked(clock);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('while the server is asked the customer’s time stands still', async () => {
  const { user, api, clock } = showKiosk();
  api.identify = () => new Promise(() => undefined);
  await user.click(await press(/Română Atingeți/));
  await user.click(await press(/Cu o factură/));
  await user.keyboard('1204587{Enter}33921{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Mai departe' }).getAttribute('aria-busy')).toBe('true'),
  );
  clock.ms += 200_000;
  await ticked(clock);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('the first screen waits for ever, and forgets a language that somebody chose and left', async () => {
  const { user, clock, outside } = showKiosk();
  await screen.findByRole('heading', { name: /Bun venit/ });
  clock.ms += 1_000_000;
  await user.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: /Welcome/ })).toBeTruthy();
  expect(outside.reloads).toBe(0);
  clock.ms += 61_000;
  await waitFor(() => expect(outside.reloads).toBe(1));
});
