import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAccount } from '../../../src-server/accounts/administer';
import { recordChanges } from '../../../src-server/changes/record-changes';
import { officeScope } from '../../../src-server/changes/scopes';
import type { Database } from '../../../src-server/db/connect';
import { inTransaction } from '../../../src-server/db/transaction';
import { postgresTargets } from '../../support/postgres';
import { startUtility, type Utility } from '../../support/utility';
import { petrosani } from '../../support/world';
import { missedAmongEight } from './eight-writers';
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

  test('a reader of a plain sequence passes over the seven of eight writers who commit late', async () => {
    const missed = await missedAmongEight(plainSequence, utility.database.pool);
    expect(missed).toEqual('w0 w1 w2 w3 w4 w5 w6'.split(' '));
  });

  test('the same reader of the change log misses nothing of the same eight writers', async () => {
    expect(await missedAmongEight(changeLog, utility.database.pool)).toEqual([]);
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
