import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAccount } from '../../../src-server/accounts/administer';
import { recordChanges } from '../../../src-server/changes/record-changes';
import { officeScope } from '../../../src-server/changes/scopes';
import type { Database } from '../../../src-server/db/connect';
import { inTransaction } from '../../../src-server/db/transaction';
import { postgresTargets } from '../../support/postgres';
import { soon } from '../../support/soon';
import { startUtility, type Utility } from '../../support/utility';
import { petrosani } from '../../support/world';
import { changeLog, plainSequence } from './logs';

describe.each(postgresTargets())('commit order on $name', (target) => {
  let utility: Utility;
  beforeAll(async () => {
    utility = await startUtility({ target, accountsPerOffice: 100 });
    await utility.database.pool.query(
      'create table plain_changes (seq bigserial primary key, id text not null)',
    );
  });
  afterAll(() => utility.close());

  async function begin(): Promise<PoolClient> {
    const client = await utility.database.pool.connect();
    await client.query('begin');
    return client;
  }

  async function waitingForLocks(): Promise<number> {
    const { rows } = await utility.database.pool.query(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0].waiting;
  }

  /**
   * A takes its number, B takes the next one and commits if the log lets it, the reader reads, A commits, the reader
   * goes on from where it was. Gives what the reader saw.
   */
  async function lateCommit(log: typeof changeLog): Promise<string[]> {
    const { pool } = utility.database;
    const start = await log.end(pool);
    const [a, b] = [await begin(), await begin()];
    await log.record(a, 'a');
    let bCommitted = false;
    const second = log
      .record(b, 'b')
      .then(() => b.query('commit'))
      .then(() => {
        bCommitted = true;
      });
    await expect.poll(async () => bCommitted || (await waitingForLocks()) === 1, soon).toBe(true);
    const first = await log.read(pool, start);
    await a.query('commit');
    await second;
    const rest = await log.read(pool, first.end);
    for (const client of [a, b]) client.release();
    return [...first.ids, ...rest.ids].toSorted();
  }

  test('a reader of a plain sequence passes over a row that commits later', async () => {
    expect(await lateCommit(plainSequence)).toEqual(['b']);
  });

  test('the same reader of the change log misses nothing', async () => {
    expect(await lateCommit(changeLog)).toEqual(['a', 'b']);
  });

  test('a device that pulls while eight writers commit misses nothing', async () => {
    const { world, database, counter } = utility;
    const accounts = world.accounts.filter(({ officeId }) => officeId === petrosani.id);
    let { checkpoint } = await counter.pullAll('accounts');
    const held = new Map<string, unknown>();
    let writing = 8;
    const writers = Array.from({ length: writing }, async (_, writer) => {
      for (const account of accounts.filter((_, place) => place % 8 === writer)) {
        await changeBalance(database, account.id, writer);
      }
      writing--;
    });
    for (let last = false; ; ) {
      const page = await counter.pullAll('accounts', checkpoint, 10);
      checkpoint = page.checkpoint;
      for (const document of page.documents) held.set(document.id, document.balanceBani);
      if (last) break;
      last = writing === 0; // once more after the last commit
    }
    await Promise.all(writers);
    expect(held).toEqual(new Map(accounts.map(({ id }, place) => [id, 10_000 + (place % 8)])));
  });

  test('transactions over several scopes, named in any order, never wait in a circle', async () => {
    const scopes = ['x', 'y', 'z'].map(officeScope);
    const orders = Array.from({ length: 24 }, (_, n) =>
      scopes.map((_, place) => scopes[(place + n) % 3] ?? 'staff'),
    );
    await Promise.all(
      orders.map((order, n) =>
        utility.database.db.transaction((tx) =>
          recordChanges(
            tx,
            order.map((scope) => ({ scope, collection: 'accounts', documentId: `d${n}` })),
          ),
        ),
      ),
    );
    const { rows } = await utility.database.pool.query(
      `select scope, count(distinct seq)::int as numbers, max(seq)::int as last from changes
       where scope = any($1) group by scope`,
      [scopes],
    );
    expect(rows.map(({ numbers, last }) => [numbers, last])).toEqual(Array(3).fill([24, 24]));
  });

  test('a transaction that fails leaves no change behind', async () => {
    const { checkpoint } = await utility.counter.pullAll('accounts');
    await expect(
      closeAccount(utility.database.db, 'account-none', { actor: 'test', now: utility.clock.now() }),
    ).rejects.toThrow('There is no account account-none.');
    expect((await utility.counter.pull('accounts', checkpoint)).documents).toEqual([]);
  });
});

async function changeBalance({ db }: Database, accountId: string, writer: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.execute(`update accounts set balance_bani = ${10_000 + writer} where id = '${accountId}'`);
    await recordChanges(tx, [
      { scope: officeScope(petrosani.id), collection: 'accounts', documentId: accountId },
    ]);
  });
}
