import type { Machine } from './device';

/** Everything that a machine keeps: databases, journal, sentinel and secret, as one text. */
export async function dumpOf(machine: Machine): Promise<string> {
  const files = [machine.journal, machine.spareJournal, ...machine.sentinel];
  const names = (await machine.indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const databases = await Promise.all(names.map((name) => databaseOf(machine.indexedDB, name)));
  return [
    ...databases.flat(),
    ...files.map(({ bytes }) => new TextDecoder().decode(bytes)),
    machine.secret ?? '',
  ].join('\n');
}

/** Keys and values of every store of a database. */
async function databaseOf(indexedDB: IDBFactory, name: string): Promise<string[]> {
  const database = await resultOf(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return [];
    const reading = database.transaction(stores);
    const contents = stores.map(async (store) => {
      const objects = reading.objectStore(store);
      const [keys, values] = await Promise.all([resultOf(objects.getAllKeys()), resultOf(objects.getAll())]);
      return [name, store, JSON.stringify(keys), JSON.stringify(values, bytesAsText)].join(' ');
    });
    return await Promise.all(contents);
  } finally {
    database.close();
  }
}

const bytesAsText = (_name: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;

const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database could not be read'));
  });
