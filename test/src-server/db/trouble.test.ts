import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../../shared/sync/problem';
import { routes } from '../../../shared/sync/routes';
import { closeAccount, markPeriodBilled, moveAccount } from '../../../src-server/accounts/administer';
import { connect } from '../../../src-server/db/connect';
import { inTransaction, type Retry, tellOfRetries } from '../../../src-server/db/transaction';
import { headersOf } from '../../support/device-client';
import { postgresTargets } from '../../support/postgres';
import { soon } from '../../support/soon';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { lupeni, petrosani, type WorldAccount } from '../../support/world';

describe.each(postgresTargets())('trouble on $name', (target) => {
  let utility: Utility;
  beforeAll(async () => {
    utility = await startUtility({ target, accountsPerOffice: 12 });
  });
  afterAll(() => utility.close());

  const accountAt = (place: number) => utility.world.accounts[place] as WorldAccount;
  const reading = (place: number, index = 240) =>
    readingSubmission({
      device: utility.world.counter,
      account: accountAt(place),
      index,
      capturedAt: '2026-11-26T07:00:00.000Z',
    });
  const send = (submissions: unknown[]) =>
    utility.app.inject({
      method: 'POST',
      url: routes.submissions,
      payload: { submissions, stillWaiting: 0 },
      headers: headersOf(utility.world.counter.token),
    });

  async function counted(statement: string): Promise<number> {
    const { rows } = await utility.database.pool.query(`select (${statement})::int as counted`);
    return rows[0].counted;
  }

  async function holding<T>(accountId: string, work: (holder: PoolClient) => Promise<T>): Promise<T> {
    const holder = await utility.database.pool.connect();
    await holder.query('begin');
    await holder.query('select from accounts where id = $1 for update', [accountId]);
    try {
      return await work(holder);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }

  test('a connection that breaks before its transaction has begun comes back to the pool', async () => {
    const { url } = utility.database;
    const one = connect(url, { connections: 1 });
    const client = await one.pool.connect();
    const query = client.query.bind(client);
    client.query = ((...asked: unknown[]) =>
      JSON.stringify(asked[0]).includes('begin')
        ? Promise.reject(new Error('Connection terminated unexpectedly'))
        : Reflect.apply(query, client, asked)) as typeof client.query;
    client.release();
    await expect(inTransaction(one.db, async () => 'never')).rejects.toThrow();
    client.query = query;
    expect(await inTransaction(one.db, async (tx) => (await tx.execute(sql`select 1 as one`)).rows)).toEqual([
      { one: 1 },
    ]);
    await one.close();
  });

  test('a row that is held too long costs the request a 503 and no other row its verdict', async () => {
    const rows = [reading(0), reading(1), reading(2)];
    const reply = await holding(accountAt(1).id, () => send(rows));
    expect(reply.statusCode).toBe(503);
    const problem = Problem.parse(reply.json());
    expect(problem).toMatchObject({
      code: 'server-trouble',
      detail: 'The database is busy.',
      retryAfterMs: 1_000,
    });
    const ids = rows.map(({ id }) => `'${id}'`).join();
    expect(await counted(`select count(*) from verdicts where submission_id in (${ids})`)).toBe(2);
    expect(await counted(`select count(*) from submissions where id in (${ids})`)).toBe(2); // nothing half
    const again = await send(rows);
    expect(again.json().answers).toMatchObject(Array(3).fill({ outcome: 'accepted' }));
  });

  test('a batch that takes too long stops in time, and each time it is sent again it gets further', async () => {
    let waiting = Array.from({ length: 9 }, (_, place) => reading(3 + place, 250));
    const { clock } = utility;
    const [start, now] = [clock.now(), clock.nowMs];
    clock.nowMs = () => {
      clock.set(new Date(now() + 4_000).toISOString()); // each row takes four seconds
      return now();
    };
    const statuses: number[] = [];
    while (waiting.length > 0) {
      const sentMs = now();
      const reply = await send(waiting);
      expect(now() - sentMs).toBeLessThan(30_000);
      statuses.push(reply.statusCode);
      const settled = await settledOf(waiting);
      expect(settled.size).toBeGreaterThan(0);
      waiting = waiting.filter(({ id }) => !settled.has(id)); // their verdicts come by the pull
    }
    clock.nowMs = now;
    clock.set(start);
    expect(statuses).toEqual([503, 503, 200]);
  });

  async function settledOf(sent: readonly { id: string }[]): Promise<Set<string>> {
    const { rows } = await utility.database.pool.query<{ id: string }>(
      'select submission_id as id from verdicts where submission_id = any($1)',
      [sent.map(({ id }) => id)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  test('a transaction that met a deadlock is tried again, and somebody is told', async () => {
    const retries: Retry[] = [];
    const database = connect(utility.database.url);
    tellOfRetries(database.db, (retry) => retries.push(retry));
    const [a, b] = [accountAt(0).id, accountAt(1).id];
    let arrived = 0;
    const inOrder = (first: string, second: string) =>
      inTransaction(database.db, async (tx) => {
        await tx.execute(sql`update accounts set balance_bani = balance_bani + 1 where id = ${first}`);
        arrived += 1;
        await expect.poll(() => arrived >= 2, soon).toBe(true);
        await tx.execute(sql`update accounts set balance_bani = balance_bani + 1 where id = ${second}`);
      });
    const before = await counted(`select sum(balance_bani) from accounts where id in ('${a}', '${b}')`);
    await Promise.all([inOrder(a, b), inOrder(b, a)]);
    expect(await counted(`select sum(balance_bani) from accounts where id in ('${a}', '${b}')`)).toBe(
      before + 4,
    );
    expect(retries).toMatchObject([{ attempt: 1, code: '40P01' }]);
    await database.close();
  });

  test('whoever changes accounts at once takes the locks in one order: nothing waits in a circle', async () => {
    const retries: Retry[] = [];
    tellOfRetries(utility.database.db, (retry) => retries.push(retry));
    const { db } = utility.database;
    const by = { actor: 'test', now: utility.clock.now() };
    const work = Array.from({ length: 96 }, (_, n) => n).map(async (n) => {
      const accountId = accountAt((n * 7) % 12).id;
      if (n % 4 === 0)
        return moveAccount(db, { accountId, toOfficeId: n % 8 ? lupeni.id : petrosani.id }, by);
      if (n % 24 === 1) return closeAccount(db, accountId, by);
      if (n % 24 === 3) return markPeriodBilled(db, `2025-${String((n % 12) + 1).padStart(2, '0')}`, by);
      const rows = [reading((n * 5) % 12, 260 + n), reading((n * 3) % 12, 261 + n)];
      expect((await send(rows)).statusCode).toBe(200);
    });
    await Promise.all(work);
    expect(retries).toEqual([]);
  });

  test('a submission larger than any form is not recorded, and holds up no other', async () => {
    const large = { ...reading(0, 300), payload: { ...reading(0).payload, remark: 'x'.repeat(33_000) } };
    const reply = await send([large, reading(5, 270)]);
    expect(reply.json().answers.map(({ outcome }: { outcome: string }) => outcome)[0]).toBe('not-recorded');
    expect(reply.json().answers[0].findings).toEqual([{ code: 'malformed' }]);
    expect(reply.json().answers).toHaveLength(2);
  });
});
