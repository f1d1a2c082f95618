// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ReceiptOutcome, ReceiptView } from '../../../src-renderer/data/visit-api';
import { FakeDataApi } from '../../support/fake-data-api';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

const receipt: ReceiptView = {
  receiptNumber: '7F3K2M9Q4XA',
  submissionId: 'elsewhere-1',
  accountId: '7',
  kind: 'payment',
  state: 'received',
  findings: [],
  capturedAt: '2026-11-22T08:30:00.000Z',
  period: null,
  index: null,
  amountBani: 12_050,
  deviceName: 'Ghișeul 2',
};

async function search(text: string, receiptAnswer: ReceiptOutcome) {
  const shown = showApp(Object.assign(new FakeDataApi(), { receiptAnswer }));
  await screen.findByRole('combobox');
  await shown.user.keyboard(`{F2}${text}`);
  return shown;
}

const said = () => screen.findByRole('status', { name: 'Număr de înregistrare' });
const asRead = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ');

test('a receipt number tells what it stands for, and Enter opens the account where that is seen', async () => {
  const { user } = await search('7f3k-2m9q-4xa', { outcome: 'found', receipt });
  await waitFor(async () => expect(asRead((await said()).textContent)).toContain('POPESCU Ion, 1204587'));
  const words = asRead((await said()).textContent);
  for (const part of ['7F3K-2M9Q-4XA', 'Primit', 'Plată120,50 lei', '22.11.2026 10:30', 'Ghișeul 2'])
    expect(words).toContain(part);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'POPESCU Ion' })).toBeTruthy();
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Evidență plăți');
});

test('what of a payment is in advance is said with it', async () => {
  const { api } = await search('7F3K2M9Q4XA', { outcome: 'found', receipt });
  await waitFor(async () => expect(asRead((await said()).textContent)).toContain('POPESCU Ion, 1204587'));
  expect((await said()).textContent).not.toContain('În avans');
  const paid = { accountId: '7', invoiceIds: ['7-2026-10'], amountBani: receipt.amountBani ?? 0 };
  act(() => {
    api.billing.receive({ ...paid, id: receipt.submissionId }, 5_050);
    api.changed();
  });
  await waitFor(async () => expect(asRead((await said()).textContent)).toContain('În avans50,50 lei'));
});

test.each([
  ['registration', true, 'Între timp s-a făcut o cerere mai nouă.'],
  ['registration', false, 'Nu mai este valabilă.'],
  ['reading', false, 'Pentru această lună este valabilă altă citire.'],
] as const)(
  'of a %s (a login stands: %s) that holds no more it is said why',
  async (kind, registered, words) => {
    const { api } = await search('7F3K2M9Q4XA', {
      outcome: 'found',
      receipt: { ...receipt, kind, state: 'superseded' },
    });
    const [popescu] = api.customers;
    if (popescu) popescu.account.registered = registered;
    act(() => api.changed());
    await waitFor(async () => expect((await said()).textContent).toContain(words));
  },
);

test('a scanner’s Enter, which comes before the answer, opens the account, too', async () => {
  await search('7F3K2M9Q4XA{Enter}', { outcome: 'found', receipt });
  expect(await screen.findByRole('heading', { name: 'POPESCU Ion' })).toBeTruthy();
});

test('why a refused index was refused is said with it', async () => {
  const findings = [{ code: 'codes-mismatch' }] as const;
  const index = { kind: 'reading', amountBani: null, period: '2026-11', index: 1250 } as const;
  await search('7F3K2M9Q4XA', {
    outcome: 'found',
    receipt: { ...receipt, ...index, state: 'refused', findings: [...findings], deviceName: null },
  });
  await waitFor(async () =>
    expect(asRead((await said()).textContent)).toContain('1 250 m³ · noiembrie 2026'),
  );
  expect((await said()).textContent).toContain('Codurile nu se potrivesc');
  expect((await said()).textContent).toContain('acest aparat');
});

test.each([
  ['mistyped', /7F3K-2M9Q-4XA nu este corect: un semn este greșit/],
  ['unknown', /nu este cunoscut. Poate încă nu a ajuns/],
  ['offline', /nu este de la acest aparat, iar serverul nu poate fi întrebat/],
] as const)('a number that is %s is said to be', async (outcome, words) => {
  const { user } = await search('7F3K2M9Q4XA', { outcome });
  await waitFor(async () => expect((await said()).textContent).toMatch(words));
  await user.keyboard('{Enter}');
  expect((await said()).textContent).toMatch(words);
});

test('of an account that is not held here what was found stays in sight', async () => {
  const elsewhere = { ...receipt, accountId: 'account-of-lupeni' };
  const { user } = await search('7F3K2M9Q4XA', { outcome: 'found', receipt: elsewhere });
  await waitFor(async () => expect((await said()).textContent).toContain('7F3K-2M9Q-4XA'));
  await user.keyboard('{Enter}');
  expect((await said()).textContent).toContain('7F3K-2M9Q-4XA');
  expect(within(await said()).queryByRole('button')).toBeNull();
});

test('what is no receipt number is searched as before', async () => {
  await search('popescu', { outcome: 'found', receipt });
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  expect(screen.queryByRole('status', { name: 'Număr de înregistrare' })).toBeNull();
});
