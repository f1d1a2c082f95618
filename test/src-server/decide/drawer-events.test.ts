import { expect, test } from 'vitest';
import { decisionOn } from '../../support/settling';
import { at, twoCounters } from '../../support/two-counters';

const counters = twoCounters();
const { send, here } = counters;

test('an opened drawer is kept and written down, by staff alone', async () => {
  const opening = decisionOn({ id: '' }, { ...here(20), action: 'accept', staffId: 'ana' });
  const payload = { event: 'drawer-opened', day: '2026-11-26', openingBani: 20_000 };
  const drawer = { ...opening, kind: 'cash-drawer' as const, payload };
  expect(await send(drawer)).toMatchObject({ outcome: 'accepted' });
  const { rows } = await counters.utility.database.pool.query(
    `select actor, detail from audit where action = 'drawer-opened'`,
  );
  expect(rows).toEqual([{ actor: 'ana', detail: { day: '2026-11-26', openingBani: 20_000 } }]);
  const another = decisionOn({ id: '' }, { ...here(21), action: 'accept' });
  const byCustomer = { ...drawer, id: another.id, actor: { kind: 'customer' as const } };
  expect(await send(byCustomer)).toMatchObject({
    outcome: 'held',
    findings: [{ code: 'actor-not-allowed' }],
  });
});

test('a closed day is kept and written down; other events of a drawer are not served yet', async () => {
  const closing = decisionOn({ id: '' }, { ...here(30), action: 'accept', staffId: 'ana' });
  const payload = { event: 'day-closed', day: '2026-11-26', submissions: 3 };
  expect(await send({ ...closing, kind: 'cash-drawer', payload })).toMatchObject({ outcome: 'accepted' });
  const { rows } = await counters.utility.database.pool.query(
    `select actor, detail from audit where action = 'day-closed'`,
  );
  expect(rows).toEqual([{ actor: 'ana', detail: { day: '2026-11-26', submissions: 3, closedAt: at(30) } }]);
  const opened = decisionOn({ id: '' }, { ...here(31), action: 'accept', staffId: 'ana' });
  expect(await send({ ...opened, kind: 'cash-drawer', payload: { event: 'opened' } })).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'kind-not-served' }],
  });
});
