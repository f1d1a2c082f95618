// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StartupNotice, StartupProblem } from '../../../src-renderer/data/device-api';
import type { SyncStatus } from '../../../src-renderer/data/sync-status';
import { fakeCases } from '../../support/fake-cases';
import { FakeDataApi } from '../../support/fake-data-api';
import { fakeClerk } from '../../support/fake-utility';
import { showApp } from '../../support/show-app';

afterEach(cleanup);

const offline: Partial<SyncStatus> = {
  connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' },
};
const { held, refused, setAside, supervisor } = fakeCases;

const working = (changes: Partial<FakeDataApi> = {}) => Object.assign(new FakeDataApi(), changes);
const supervising = (changes: Partial<FakeDataApi> = {}) => working({ session: supervisor, ...changes });

async function keepIndex(api: FakeDataApi): Promise<void> {
  await act(() => api.saveReading({ accountId: '7', meterId: 'm7', entry: '01250' }, []));
}

describe('what waits', () => {
  test.each<[Partial<SyncStatus>, 'kept' | 'sent', RegExp]>([
    [offline, 'kept', /Fără legătură din 22\.11\.2026 10:30\. Se transmite singur/],
    [offline, 'sent', /răspunsul vine când revine legătura/],
    [{}, 'kept', /Se transmite acum/],
    [{}, 'sent', /răspunsul serverului este pe drum/],
    [
      { connection: { state: 'offline', since: null, reason: 'server-trouble' } },
      'kept',
      /Serverul are probleme\. Se încearcă din nou/,
    ],
  ])('with %o, %s says why it waits', async (connection, state, words) => {
    const { api, user } = showApp(working({ connection }));
    await screen.findByRole('combobox');
    await keepIndex(api);
    act(() => api.settle('own-1', state));
    await user.keyboard('{F4}');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Așteaptă de' })).toBeTruthy();
  });

  test('is handed over as a sealed file', async () => {
    const created = vi.fn((_file: Blob) => 'blob:file');
    Object.assign(URL, { createObjectURL: created, revokeObjectURL: vi.fn() });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const exportAnswer = {
      outcome: 'exported',
      fileName: 'waiting.ghiseu',
      sealed: 'e30',
      submissions: 1,
    } as const;
    const { api, user } = showApp(working({ exportAnswer }));
    await screen.findByRole('combobox');
    await keepIndex(api);
    await user.keyboard('{F4}');
    await user.click(await screen.findByRole('button', { name: 'Exportă ce așteaptă' }));
    expect(await screen.findByText(/Fișierul waiting\.ghiseu conține ce așteaptă: 1/)).toBeTruthy();
    expect(clicked).toHaveBeenCalledOnce();
    expect(created.mock.calls[0]?.[0].size).toBe(3);
    clicked.mockRestore();
  });
});

describe('a supervisor settles', () => {
  test('what says who made it and under which number it was recorded', async () => {
    const { user } = showApp(
      supervising({ cases: [{ ...structuredClone(refused), actorName: 'Maria Popa' }] }),
    );
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    expect(await screen.findByText(/ · nr\. 7F3K-2M9Q-4XA$/)).toBeTruthy();
    expect(screen.getByText('acest aparat, Maria Popa')).toBeTruthy();
  });

  test('and is told on every screen how many wait; a clerk is not', async () => {
    const cases = structuredClone([held, refused]);
    const { api, user } = showApp(supervising({ cases }));
    await user.click(await screen.findByRole('button', { name: /^2 cereri de rezolvat/ }));
    expect(await screen.findByRole('tab', { name: /^De rezolvat/, selected: true })).toBeTruthy();
    act(() => {
      api.session = fakeClerk;
      api.changed();
    });
    expect(screen.queryByText(/de rezolvat$/)).toBeNull();
  });

  test('what is held, by keys alone, and sees the decision on its way', async () => {
    const { api, user } = showApp(supervising({ cases: structuredClone([held, refused]) }));
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('POPESCU Ion'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Acceptă'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Notă/)));
    await user.keyboard('ok{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Scrieți de ce, cu cel puțin trei litere.')).toBeTruthy();
    expect(api.decisions).toEqual([]);
    await user.keyboard(', sunat{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Hotărât aici')).toBeTruthy();
    expect(api.decisions).toEqual([{ submissionId: 'case-1', action: 'accept', note: 'ok, sunat' }]);
    expect(document.activeElement?.textContent).toContain('POPESCU Ion');
    api.cases.shift();
    act(() => api.changed());
    await waitFor(() => expect(document.activeElement?.textContent).toContain('ȘTEFĂNESCU'));
  });

  test('with a value of their own, asked about once when it is unusual', async () => {
    const { api, user } = showApp(supervising({ cases: structuredClone([held]) }));
    api.correctionAnswer = {
      outcome: 'to-confirm',
      findings: [{ code: 'correction-above-next', nextIndex: 1240, nextPeriod: '2026-12' }],
    };
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    await user.click(await screen.findByRole('button', { name: 'Trimite corectat' }));
    await user.type(screen.getByLabelText('Index nou'), '1250');
    await user.type(screen.getByLabelText(/Notă/), 'citit pe loc{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Valoarea este peste indexul din decembrie 2026/)).toBeTruthy();
    api.correctionAnswer = null;
    await user.click(screen.getByRole('button', { name: 'Da, valoarea este corectă' }));
    await waitFor(() => expect(api.corrections).toHaveLength(2));
    expect(api.corrections[1]).toEqual({
      correction: {
        accountId: '7',
        meterId: 'm7',
        period: '2026-11',
        entry: '1250',
        note: 'citit pe loc',
        settles: 'case-1',
      },
      confirmed: ['correction-above-next'],
    });
  });

  test('what cannot count: the rules say so, and a note closes it', async () => {
    const { api, user } = showApp(supervising({ cases: [{ ...setAside, findings: [] }] }));
    api.settleAnswer = { outcome: 'blocked', findings: [{ code: 'not-decidable' }] };
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    await user.click(await screen.findByRole('button', { name: 'Acceptă' }));
    expect(screen.queryByRole('button', { name: 'Trimite corectat' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Notă/)));
    await user.keyboard('de văzut{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/nu poate fi acceptată așa cum este/)).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Închide cu o notă' }));
    api.settleAnswer = null;
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Notă/)));
    await user.keyboard('nu se poate{Control>}{Enter}{/Control}');
    await waitFor(() => expect(api.decisions.at(-1)?.action).toBe('set-aside'));
  });

  test('a registration: what is sealed is said to be, and what accepting means', async () => {
    const registration = { ...held, kind: 'registration' as const, meterId: null, period: null, index: null };
    const findings = [{ code: 'outside-scope' as const }];
    const { user } = showApp(supervising({ cases: [{ ...registration, findings }] }));
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    expect(await screen.findByText(/sunt sigilate: le citește numai serverul/)).toBeTruthy();
    expect(screen.getByText('Cerere').nextSibling?.textContent).toBe('Înregistrare');
    expect(screen.queryByText('Luna')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Acceptă' }));
    expect(await screen.findByText(/Clientul primește contul cerut/)).toBeTruthy();
  });

  test('a refused contact change can only be closed: what was sealed is let go of', async () => {
    const change = { ...refused, kind: 'contact-change' as const, meterId: null, index: null };
    const findings = [{ code: 'phone-malformed' as const }];
    const { user } = showApp(supervising({ cases: [{ ...change, findings }] }));
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    await user.click(await screen.findByRole('button', { name: 'Închide cu o notă' }));
    expect(screen.queryByRole('button', { name: 'Acceptă' })).toBeNull();
    expect(await screen.findByText(/Datele de contact rămân cele de acum/)).toBeTruthy();
  });

  test('what the server could not let count is not offered: a payment is taken back once', async () => {
    const reversal = { ...refused, kind: 'payment-reversal' as const, meterId: null, index: null };
    const findings = [{ code: 'payment-reversed' as const }];
    const { user } = showApp(supervising({ cases: [{ ...reversal, findings }] }));
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    expect(await screen.findByText(/fost deja stornată\. Nu se mai dau bani înapoi/)).toBeTruthy();
    expect(within(screen.getByRole('toolbar')).getAllByRole('button')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Închide cu o notă' }));
    await user.click(screen.getByRole('button', { name: 'Renunț' }));
    const close = screen.getByRole('button', { name: 'Închide cu o notă' });
    await waitFor(() => expect(document.activeElement).toBe(close));
  });

  test('and a clerk reads the list, but is told that a supervisor decides', async () => {
    const { user } = showApp(working({ cases: structuredClone([held]) }));
    await screen.findByRole('combobox');
    await user.keyboard('{F8}');
    expect(await screen.findByText(/Un supervizor decide\. Aici vedeți/)).toBeTruthy();
    expect(screen.getByText(/Ora aparatului nu era sigură/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Acceptă' })).toBeNull();
  });

  test('and the submission’s line tells who, when and why', async () => {
    const { api, user } = showApp();
    await screen.findByRole('combobox');
    await keepIndex(api);
    Object.assign(api.own[0] ?? {}, {
      settled: {
        action: 'set-aside',
        note: 'dublă',
        by: 'Elena Munteanu',
        at: '2026-11-22T08:50:00.000Z',
        pending: false,
      },
    });
    act(() => api.settle('own-1', 'refused', [{ code: 'period-billed', period: '2026-11' }]));
    await user.keyboard('{F4}');
    expect(await screen.findByText('Luna noiembrie 2026 a fost deja facturată.')).toBeTruthy();
    expect(
      await screen.findByText('Închis fără efect de Elena Munteanu, 22.11.2026 10:50. Nota: „dublă”'),
    ).toBeTruthy();
  });
});

describe('a start that was not as every day', () => {
  test.each<[StartupNotice, RegExp]>([
    [{ code: 'data-vanished', submissions: 12, lastSeq: 12 }, /dispăruseră .* regăsite în jurnal: 12/],
    [
      { code: 'data-vanished', submissions: 12, lastSeq: 12 },
      /au ajuns deja la server se află când răspunde/,
    ],
    [
      { code: 'data-vanished', submissions: 12, lastSeq: 12, waiting: 2 },
      /încă așteaptă răspunsul: 2; deja la server: 10/,
    ],
    [
      { code: 'data-damaged', submissions: 2, lastSeq: 2, waiting: 0 },
      /erau deteriorate.* Toate cererile sunt deja la/,
    ],
    [{ code: 'journal-vanished', submissions: 3 }, /Jurnalul pierduse cereri/],
    [{ code: 'journal-damaged', lines: 2 }, /rânduri deteriorate: 2/],
    [{ code: 'journal-gap', from: 41, to: 44 }, /de la 41 la 44/],
    [{ code: 'of-other-device', deviceId: 'device-9', submissions: 3 }, /ca device-9 și netransmise: 3/],
  ])('%o is told before signing in and stays until it was read', async (notice, words) => {
    const { api, user } = showApp(working({ session: null, notices: [notice] }));
    expect(await screen.findByText(words)).toBeTruthy();
    act(() => {
      api.session = supervisor;
      api.changed();
    });
    await screen.findByRole('combobox');
    expect(await screen.findByText(words)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Am citit' }));
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });

  test.each<[StartupProblem, ('export' | 'rebuild')[]]>([
    ['storage-unavailable', []],
    ['database-unreadable', ['export', 'rebuild']],
    ['database-stuck', ['export', 'rebuild']],
    ['secret-unreadable', ['export', 'rebuild']],
    ['journal-unreadable', ['export']],
  ])('%s offers another try and %o', async (problem, ways) => {
    showApp(working({ device: { state: 'startup-problem', problem, surface: null } }));
    expect(await screen.findByRole('button', { name: 'Încearcă din nou' })).toBeTruthy();
    const offered = { export: 'Exportă ce așteaptă', rebuild: 'Reface datele locale' };
    for (const [way, name] of Object.entries(offered)) {
      expect(screen.queryByRole('button', { name }) !== null, way).toBe(ways.some((one) => one === way));
    }
  });

  test('rebuilds only after saying what stays', async () => {
    const device = { state: 'startup-problem', problem: 'database-unreadable', surface: null } as const;
    const { api, user } = showApp(working({ device }));
    await user.click(await screen.findByRole('button', { name: 'Reface datele locale' }));
    expect(screen.getByText(/Jurnalul cu ce ați salvat rămâne/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(api.rebuilds).toBe(0);
    await user.click(await screen.findByRole('button', { name: 'Reface datele locale' }));
    await user.click(screen.getByRole('button', { name: 'Da, reface' }));
    expect(api.rebuilds).toBe(1);
  });

  test('a machine that lost its key says which device it was, and gives away what waits', async () => {
    showApp(working({ device: { state: 'not-enrolled', lost: { deviceId: 'device-9', waiting: 4 } } }));
    expect(await screen.findByText(/device-9/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Exportă ce așteaptă' })).toBeTruthy();
  });
});

test.each<[Partial<SyncStatus>, RegExp]>([
  [{ clock: { offMs: 7_200_000, unsure: false } }, /este în urmă cu 2 h/],
  [{ clock: { offMs: -180_000, unsure: false } }, /este înainte cu 3 min/],
  [{ clock: { offMs: null, unsure: true } }, /nu este sigură/],
  [{ storage: 'full' }, /Nu mai este loc pe disc/],
  [{ storage: 'failing' }, /nu se poate scrie sau citi pe acest aparat/],
  [{ rebuilding: { done: 10, total: 2000 } }, /Se aduc din nou datele: 10 din 2.000/],
])('a machine with %o says so', async (connection, words) => {
  showApp(working({ connection }));
  expect(await screen.findByText(words)).toBeTruthy();
});

describe('another device’s export', () => {
  async function importFile(api: FakeDataApi): Promise<void> {
    const { user } = showApp(api);
    await user.click(await screen.findByLabelText('Utilizator: Elena Munteanu'));
    await user.click(await screen.findByText('Întreținerea aparatului'));
    await screen.findByText('Import de pe alt aparat');
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('a file can be chosen');
    await user.upload(input, new File(['e30'], 'waiting.ghiseu'));
    await user.type(screen.getByLabelText('Parola'), 'contor-3{Enter}');
  }

  test('is imported under a supervisor’s name, and every answer is counted', async () => {
    const api = supervising();
    api.importAnswer = {
      outcome: 'imported',
      deviceId: 'device-9',
      accepted: 11,
      held: 1,
      refused: 0,
      notRecorded: 1,
    };
    await importFile(api);
    expect(await screen.findByText(/Importat de pe aparatul device-9/)).toBeTruthy();
    expect(screen.getByText('11 primite · 1 reținută · 1 neînregistrată')).toBeTruthy();
    expect(api.imports).toEqual([{ sealed: 'e30', userName: 'elena', password: 'contor-3' }]);
  });

  test('one that the server did not finish asks for the same file again', async () => {
    const api = supervising();
    api.importAnswer = { outcome: 'go-on' };
    await importFile(api);
    expect(await screen.findByText(/Importați încă o dată același fișier/)).toBeTruthy();
  });

  test.each([
    ['other-server', /sigilat pentru alt server/],
    ['other-office', /la alt birou/],
    ['wrong-credentials', /nu sunt corecte/],
    ['not-an-export', /nu este un fișier exportat/],
  ] as const)('refused for %s is told in words', async (reason, words) => {
    const api = supervising();
    api.importAnswer = { outcome: 'refused', reason };
    await importFile(api);
    expect(await screen.findByText(words)).toBeTruthy();
  });
});
