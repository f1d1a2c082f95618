import { expect, test } from '@playwright/test';
import { Counter } from './support/counter';
import { ask, JournalPage } from './support/opfs/journal-page';

let journal: JournalPage;
test.beforeAll(async () => {
  journal = await JournalPage.begin();
});
test.afterAll(() => journal.end());

test('the browser’s own file system keeps the journal’s contract', async ({ page }) => {
  await journal.start(page);
  const { facts = [], problem } = await ask(page, { do: 'suite' });
  expect(problem).toBeUndefined();
  expect(facts.filter((fact) => fact.problem !== null)).toEqual([]);
  expect(facts.length).toBeGreaterThan(10);
});

const mark = {
  databaseId: '7d3c1e0a-5a51-4a9e-9a9b-2f3a4b5c6d7e',
  deviceId: 'device-1',
  sealingKey: { kty: 'OKP', kid: 'key-1', crv: 'X25519', x: 'abc' },
  lastSeq: 2,
  writtenAt: '2026-11-26T08:00:00.000Z',
};

test('a page that is reloaded at once finds its journal and its sentinel, and a compacted one too', async ({
  page,
}) => {
  await journal.start(page);
  expect(await ask(page, { do: 'load' })).toEqual({ seqs: [], setAside: 0, lastSeq: 0, mark: null });
  for (const seq of [1, 2]) expect(await ask(page, { do: 'append', seq })).toEqual({});
  expect(await ask(page, { do: 'mark', mark })).toEqual({});
  await journal.start(page);
  expect(await ask(page, { do: 'load' })).toEqual({ seqs: [1, 2], setAside: 0, lastSeq: 2, mark });
  expect(await ask(page, { do: 'compact', before: '2027-02-01T00:00:00.000Z' })).toEqual({});
  await journal.start(page);
  expect(await ask(page, { do: 'load' })).toMatchObject({ seqs: [], lastSeq: 2 });
  expect(await ask(page, { do: 'append', seq: 3 })).toEqual({});
  expect(await ask(page, { do: 'load' })).toMatchObject({ seqs: [3], lastSeq: 3 });
});

test('where the browser gives no more space the journal refuses, keeps what it has, and goes on once there is space', async () => {
  const counter = await Counter.newMachine(); // a profile on disk: one in memory has no quota
  try {
    await counter.open(journal.url);
    const { page } = counter;
    await journal.start(page);
    expect(await ask(page, { do: 'append', seq: 1 })).toEqual({});
    const browser = await page.context().newCDPSession(page);
    const origin = journal.url;
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500 });
    await journal.start(page); // a new handle, without the room that the one before had asked for
    for (const again of [1, 2, 3])
      expect((await ask(page, { do: 'append', seq: 2 })).problem, `try ${again}`).toContain('no-space');
    expect(await ask(page, { do: 'load' })).toMatchObject({ seqs: [1], setAside: 0 });
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await ask(page, { do: 'append', seq: 2 })).toEqual({});
    expect(await ask(page, { do: 'load' })).toMatchObject({ seqs: [1, 2], setAside: 0 });
  } finally {
    await counter.scrap();
  }
});
