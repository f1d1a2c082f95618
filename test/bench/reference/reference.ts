import PouchDB from 'pouchdb-browser';

/*
 * What the first sync is held against, in the same browser and run: the same documents put by hand into IndexedDB with
 * the very indexes the product's store has, and PouchDB's pull of them.
 */
export interface StoreShape {
  keyPath: string | string[];
  indexes: { name: string; keyPath: string | string[]; multiEntry: boolean }[];
}

const pageSize = 1000;

async function* pagesOfRows(count: number): AsyncGenerator<Record<string, unknown>[]> {
  for (let from = 0; from < count; from += pageSize) {
    const response = await fetch(`/rows?from=${from}&limit=${pageSize}`);
    yield await response.json();
  }
}

function openStore(shape: StoreShape): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('reference');
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('docs', { keyPath: shape.keyPath });
      for (const { name, keyPath, multiEntry } of shape.indexes)
        store.createIndex(name, keyPath, { multiEntry });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function putAll(db: IDBDatabase, documents: object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('docs', 'readwrite');
    const store = transaction.objectStore('docs');
    for (const document of documents) store.put(document);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

/** As RxDB's Dexie storage keeps a document, so that every index has something to index. */
const asStored = (row: Record<string, unknown>, lwt: number) => ({
  ...row,
  _deleted: '0',
  _attachments: {},
  _meta: { lwt },
  _rev: '1-reference',
});

/** Milliseconds that IndexedDB alone takes for the documents; fetching them is not counted. */
export async function rawPut(count: number, shape: StoreShape): Promise<number> {
  const db = await openStore(shape);
  let spentMs = 0;
  let written = 0;
  for await (const rows of pagesOfRows(count)) {
    const documents = rows.map((row, place) => asStored(row, written + place));
    const begin = performance.now();
    await putAll(db, documents);
    spentMs += performance.now() - begin;
    written += rows.length;
  }
  db.close();
  return spentMs;
}

/** Milliseconds that PouchDB's pull of the documents takes, fetching included as in any sync. */
export async function pouchPull(count: number): Promise<number> {
  const local = new PouchDB('reference-pouch');
  const begin = performance.now();
  await local.replicate.from(`${location.origin}/couch`, { batch_size: pageSize, batches_limit: 10 });
  const spentMs = performance.now() - begin;
  const { doc_count: arrived } = await local.info();
  if (arrived !== count) throw new Error(`PouchDB pulled ${arrived} of ${count} documents`);
  return spentMs;
}

Object.assign(globalThis, { rawPut, pouchPull });
