/** As much of PouchDB as the reference uses; its own type packages redeclare Node's Buffer. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string);
    readonly replicate: {
      from(url: string, options: { batch_size: number; batches_limit: number }): Promise<unknown>;
    };
    info(): Promise<{ doc_count: number }>;
  }
}
