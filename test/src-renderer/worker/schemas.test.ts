import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { addRxPlugin, createRxDatabase } from 'rxdb';
import { disableWarnings, RxDBDevModePlugin } from 'rxdb/plugins/dev-mode';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { beforeAll, expect, test } from 'vitest';
import { pulledSchemas, submissionSchema } from '../../../src-renderer/worker/db/schemas';
import { shortHash } from '../../../src-renderer/worker/db/short-hash';
import { submission } from '../../src-main/journal/submission';
import { accountDocument, ana, historyDocument, policyDocument, verdictOn } from '../../support/documents';

beforeAll(() => {
  disableWarnings();
  addRxPlugin(RxDBDevModePlugin);
});

const documents = {
  policy: policyDocument(),
  staff: ana,
  accounts: accountDocument(1),
  verdicts: verdictOn(submission(1)),
  readings: historyDocument(1),
  invoices: {
    id: 'invoice-1',
    accountId: 'account-1',
    number: 'F-1',
    period: '2026-10',
    issuedOn: '2026-11-05',
    dueOn: '2026-11-20',
    totalBani: 4_200,
    outstandingBani: 4_200,
    countedPayments: [],
    lines: [{ description: 'Apă', quantity: 14, unit: 'm³', unitPriceBani: 300, amountBani: 4_200 }],
  },
  payments: {
    id: 'payment-1',
    accountId: 'account-1',
    amountBani: 4_200,
    method: 'cash',
    paidAt: '2026-11-10T08:00:00.000Z',
    receiptNumber: '7F3K2M9QXAB',
    reversedAt: null,
    allocations: [{ invoiceId: 'invoice-1', invoiceNumber: 'F-1', amountBani: 4_200 }],
  },
  submissions: submission(1),
};

const schemas = { ...pulledSchemas(), submissions: submissionSchema() };

test.each(Object.keys(documents) as (keyof typeof documents)[])(
  '%s opens under RxDB’s own checks and takes one of its documents',
  async (name) => {
    const indexedDB = new IDBFactory();
    const storage = wrappedValidateAjvStorage({ storage: getRxStorageDexie({ indexedDB, IDBKeyRange }) });
    const database = await createRxDatabase({ name: `schemas-${name}`, storage, multiInstance: false });
    const opened = await database.addCollections({ [name]: { schema: schemas[name] } });
    await opened[name]?.insert(documents[name]);
    expect(await opened[name]?.count().exec()).toBe(1);
    await database.close();
  },
);

test('the projection of submissions keeps the schema it was first released with', async () => {
  const schema = JSON.stringify(submissionSchema());
  expect(
    await shortHash(schema),
    'RxDB opens no collection whose schema has changed: devices in the field would not start.',
  ).toBe('6642c1add797');
  expect(schema).not.toContain('enum');
});
