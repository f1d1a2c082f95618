import { type DBCore, type DBCoreTable, Dexie } from 'dexie';

/** RxDB's own name for the table of a collection's documents. */
const documentsTable = 'docs';
const everyKey = { type: 3, lower: undefined, upper: undefined } as const; // DBCoreRangeType.Any

/**
 * Spares a first sync the question whether each of its documents is already there: RxDB asks twice for every one, a
 * third of its time. A table that was empty when it was first asked holds, at most, what was put since, because only
 * this worker writes; keys that were never put need no asking. Everything else goes to the database as ever.
 */
export function sparingFirstFill(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'first-fill',
    create: (core: DBCore) => ({
      ...core,
      table: (name) => (name === documentsTable ? sparing(core.table(name)) : core.table(name)),
    }),
  });
}

/** Dexie's own promises throughout: a native one would lose the transaction it is called in. */
function sparing(table: DBCoreTable): DBCoreTable {
  const { primaryKey } = table.schema;
  let put: Set<unknown> | 'not asked yet' | 'anything may be there' = 'not asked yet';
  const getMany: DBCoreTable['getMany'] = (request) => {
    if (put === 'not asked yet') {
      const query = { index: primaryKey, range: everyKey as never };
      return table.count({ trans: request.trans, query }).then((count) => {
        if (put === 'not asked yet') put = count === 0 ? new Set() : 'anything may be there';
        return getMany(request);
      });
    }
    const known = put;
    if (typeof known === 'string' || request.keys.some((key) => known.has(key)))
      return table.getMany(request);
    return Dexie.Promise.resolve(request.keys.map(() => undefined));
  };
  return {
    ...table,
    getMany,
    mutate: (request) => {
      if (put === 'not asked yet') put = 'anything may be there';
      else if (typeof put !== 'string' && (request.type === 'put' || request.type === 'add')) {
        for (const value of request.values) put.add(primaryKey.extractKey?.(value));
      }
      return table.mutate(request);
    },
  };
}
