import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CollectionName, collectionNames } from '../../../shared/sync/collections';
import { DigestSum } from '../../../shared/sync/digest';
import type { Checkpoint } from '../../../shared/sync/pull';
import { routes } from '../../../shared/sync/routes';
import { closeAccount, moveAccount } from '../../../src-server/accounts/administer';
import { recordChanges } from '../../../src-server/changes/record-changes';
import { officeScope } from '../../../src-server/changes/scopes';
import { inTransaction } from '../../../src-server/db/transaction';
import { headersOf, type PulledDocument } from '../../support/device-client';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const by = { actor: 'test', now: '2026-11-26T08:00:00.000Z' };

let utility: Utility;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 6 });
});
afterAll(() => utility.close());

/** A device that only holds what it pulled. */
class Holder {
  readonly documents = new Map<CollectionName, Map<string, PulledDocument>>();
  readonly checkpoints = new Map<CollectionName, Checkpoint | null>();
  readonly #device: WorldDevice;

  constructor(device: WorldDevice) {
    this.#device = device;
  }

  async pull(): Promise<void> {
    for (const name of collectionNames) {
      const { documents, checkpoint } = await this.#client.pullAll(
        name,
        this.checkpoints.get(name) ?? null,
        4,
      );
      const held = this.documents.get(name) ?? new Map<string, PulledDocument>();
      for (const document of documents) {
        if (document._deleted) held.delete(document.id);
        else held.set(document.id, document);
      }
      this.documents.set(name, held);
      this.checkpoints.set(name, checkpoint);
    }
  }

  compare() {
    return this.#client.compare(
      Object.fromEntries([...this.checkpoints].map(([name, at]) => [name, at ?? {}])),
    );
  }

  /** As the contract says what a device leaves out. */
  digests(historySince: string) {
    const counts = (name: CollectionName, document: PulledDocument): boolean => {
      if (name === 'invoices')
        return document.outstandingBani !== 0 || String(document.issuedOn) >= historySince;
      return name !== 'payments' || String(document.paidAt) >= `${historySince}T00:00:00.000Z`;
    };
    return Object.fromEntries(
      [...this.documents].map(([name, held]) => {
        const sum = new DigestSum();
        for (const document of held.values()) if (counts(name, document)) sum.add(document);
        return [name, { state: 'compared', ...sum.digest }];
      }),
    );
  }

  get #client() {
    return utility.client(this.#device);
  }
}

async function holders(): Promise<Holder[]> {
  const devices = await Promise.all([
    addDevice(utility.database, { surface: 'counter', offices: [petrosani] }),
    addDevice(utility.database, { surface: 'counter', offices: [lupeni, petrosani] }),
    addDevice(utility.database, { surface: 'self-service', offices: [petrosani] }),
  ]);
  return devices.map((device) => new Holder(device));
}

const accountAt = (place: number): WorldAccount =>
  utility.world.accounts[place % utility.world.accounts.length] as WorldAccount;

const deeds = {
  submit: async (place: number) => {
    const capturedAt = utility.clock.now();
    const made = { device: utility.world.counter, account: accountAt(place), index: 240 + place, capturedAt };
    await utility.counter.submitOne(readingSubmission(made));
  },
  move: (place: number) =>
    moveAccount(
      utility.database.db,
      { accountId: accountAt(place).id, toOfficeId: place % 2 ? lupeni.id : petrosani.id },
      by,
    ),
  close: (place: number) => closeAccount(utility.database.db, accountAt(place).id, by),
  pay: async (place: number) => {
    const { id } = accountAt(place);
    await inTransaction(utility.database.db, async (tx) => {
      await tx.execute(`update invoices set outstanding_bani = 0 where account_id = '${id}'`);
      const { rows } = await tx.execute<{ office: string }>(
        `select office_id as office from accounts where id = '${id}'`,
      );
      const scope = officeScope(rows[0]?.office ?? '');
      await recordChanges(tx, [{ scope, collection: 'invoices', documentId: `invoice-${id}` }]);
    });
  },
  monthPasses: async () => {
    const now = new Date(utility.clock.now());
    now.setUTCMonth(now.getUTCMonth() + 1);
    utility.clock.set(now.toISOString());
  },
};
const deedNames = Object.keys(deeds) as (keyof typeof deeds)[];

test('whatever happened and whenever a device pulled it, it holds what the server counts', async () => {
  const deed = fc.tuple(
    fc.constantFrom(...deedNames),
    fc.nat({ max: 11 }),
    fc.array(fc.nat({ max: 2 }), { maxLength: 2 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (happening) => {
      const devices = await holders();
      for (const [name, place, pulling] of happening) {
        await deeds[name](place);
        for (const number of pulling) await devices[number]?.pull();
      }
      for (const device of devices) {
        await device.pull();
        const { collections, historySince } = await device.compare();
        expect(collections).toEqual(device.digests(historySince));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('a device that has not pulled the latest change is behind in that collection, and in no other', async () => {
  const [device] = await holders();
  await device?.pull();
  const account = utility.world.accounts.find(({ officeId }) => officeId === petrosani.id) as WorldAccount;
  await moveAccount(utility.database.db, { accountId: account.id, toOfficeId: petrosani.id }, by);
  await closeAccount(utility.database.db, account.id, by);
  const states = Object.entries((await device?.compare())?.collections ?? {}).map(([name, { state }]) => [
    name,
    state,
  ]);
  expect(Object.fromEntries(states)).toEqual({
    ...Object.fromEntries(collectionNames.map((name) => [name, 'compared'])),
    accounts: 'behind',
  });
});

test('one field of one document is a difference', async () => {
  const [device] = await holders();
  await device?.pull();
  const held = device?.documents.get('accounts');
  const [first] = held?.values() ?? [];
  if (!device || !held || !first) throw new Error('no accounts');
  held.set(first.id, { ...first, balanceBani: Number(first.balanceBani) + 1 });
  const { collections, historySince } = await device.compare();
  const own = device.digests(historySince);
  expect(collections.accounts).not.toEqual(own.accounts);
  expect(collections.readings).toEqual(own.readings);
});

test('invoices that no device was ever told of are not counted', async () => {
  const [device] = await holders();
  await utility.database.pool.query(
    `insert into invoices select 'untold', account_id, 'AS-untold', period, issued_on, due_on, 100, 100
     from invoices limit 1`,
  );
  await device?.pull();
  const { collections, historySince } = (await device?.compare()) ?? {};
  expect(collections?.invoices).toEqual(device?.digests(historySince ?? '').invoices);
});

test('one device cannot keep the server comparing without end', async () => {
  const ask = async ({ token }: WorldDevice) => {
    const payload = { checkpoints: {} };
    const headers = headersOf(token);
    return (await utility.app.inject({ method: 'POST', url: routes.compare, payload, headers })).statusCode;
  };
  const eager = utility.world.counter;
  const another = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  const statuses = [];
  for (let times = 0; times < 200; times++) statuses.push(await ask(eager));
  expect(statuses.indexOf(429)).toBeGreaterThan(2 * 5 * collectionNames.length); // two comparisons of a busy server
  expect(await ask(another)).toBe(200);
});
