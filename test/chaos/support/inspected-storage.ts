import { normalizeMangoQuery, prepareQuery, type RxStorage, type RxStorageInstance } from 'rxdb';

type Instance = RxStorageInstance<Record<string, unknown>, unknown, unknown>;
const ofRxDb = ['_rev', '_meta', '_deleted', '_attachments'];

/** A storage whose content can be read past RxDB and past the product: what is really there. */
export class InspectedStorage {
  readonly storage: RxStorage<unknown, unknown>;
  readonly #open = new Map<string, Instance>();

  constructor(storage: RxStorage<unknown, unknown>) {
    const noted = (instance: Instance): void => void this.#open.set(instance.collectionName, instance);
    this.storage = Object.create(storage, {
      createStorageInstance: {
        value: async (params: Parameters<typeof storage.createStorageInstance>[0]) => {
          const instance = await storage.createStorageInstance(params);
          noted(instance as unknown as Instance);
          return instance;
        },
      },
    }) as RxStorage<unknown, unknown>;
  }

  /** The documents of the collection that was opened last under a name, without RxDB's own fields. */
  async documents(collection: string): Promise<Record<string, unknown>[]> {
    const instance = this.#open.get(collection);
    if (!instance) throw new Error(`the collection ${collection} was never opened`);
    const wanted = normalizeMangoQuery(instance.schema, { selector: { _deleted: { $eq: false } } as never });
    const { documents } = await instance.query(prepareQuery(instance.schema, wanted));
    return documents.map((document) =>
      Object.fromEntries(Object.entries(document).filter(([field]) => !ofRxDb.includes(field))),
    );
  }
}
